using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Web.Features.Inventory.List;
using Dashboard.Web.Features.Inventory.Query;

namespace Dashboard.Slice.Tests.Inventory;

public sealed class ListCopiesTests : InventoryTest
{
    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.None)]
    public async Task Handle_WithoutPermission_IsRefused(Roles roles) =>
        Assert.IsType<NotPermitted>((await new ListCopies(Access(roles)).HandleAsync(new(CopyFilter.None, CopySort.Default), Token)).Refusal);

    [Fact]
    public async Task Handle_EachFilter_FindsItsCopies()
    {
        var other = Programme.Source("cloud");
        var chat = Programme.Dataset("Chat");
        var clicks = Programme.Dataset("Clicks", system: "Advertising", classification: Programme.Excepted, owner: "Grace Hopper");
        Programme.Copy(chat, Programme.Ashburn, CopyRole.Primary, resource: "a-inside");
        Programme.Copy(chat, Programme.Virginia, CopyRole.Backup, resource: "b-virginia");
        Programme.Copy(chat, Programme.Singapore, CopyRole.Backup, CopyState.VerifiedAbsent, resource: "c-gone", source: other);
        Programme.Copy(chat, Programme.Nowhere, CopyRole.Cache, resource: "d-nowhere");
        Programme.Copy(clicks, Programme.Ashburn, CopyRole.Export, CopyState.Missing, resource: "e-excepted");
        await Programme.SettleAsync(Token);

        Assert.Equal(["a-inside", "b-virginia", "c-gone", "d-nowhere", "e-excepted"], await FoundAsync(""));
        Assert.Equal(["a-inside"], await FoundAsync("position=inside"));
        Assert.Equal(["b-virginia", "c-gone", "e-excepted"], await FoundAsync("position=Outside"));
        Assert.Equal(["a-inside", "d-nowhere"], await FoundAsync("position=Inside&position=Unknown"));
        Assert.Equal(["b-virginia"], await FoundAsync($"location={Programme.Virginia.Id}"));
        Assert.Equal(["b-virginia", "c-gone"], await FoundAsync("operator=the company"));
        Assert.Equal(["d-nowhere"], await FoundAsync("operator=unknown"));
        Assert.Equal(["c-gone"], await FoundAsync("country=SG"));
        Assert.Equal(["c-gone", "d-nowhere"], await FoundAsync("country=sg&country=unknown"));
        Assert.Equal(["b-virginia", "c-gone"], await FoundAsync("role=Backup"));
        Assert.Equal(["e-excepted"], await FoundAsync($"classification={Programme.Excepted.Id}"));
        Assert.Equal(["e-excepted"], await FoundAsync($"system={clicks.SystemId}"));
        Assert.Equal(["c-gone"], await FoundAsync($"source={other.Id}"));
        Assert.Equal(["c-gone"], await FoundAsync("state=VerifiedAbsent"));
        Assert.Equal(["e-excepted"], await FoundAsync("owner=Grace Hopper"));
        Assert.Empty(await FoundAsync("owner=grace"));
        Assert.Equal(["e-excepted"], await FoundAsync("text=CLICK"));
        Assert.Equal(["a-inside", "b-virginia", "c-gone", "d-nowhere"], await FoundAsync("text=data:chat"));
        Assert.Equal(["b-virginia"], await FoundAsync("text=b-vir"));
        Assert.Empty(await FoundAsync("text=B-vir"));
        Assert.Equal(["e-excepted"], await FoundAsync($"dataset={clicks.Id}"));
        Assert.Equal(["a-inside", "b-virginia", "d-nowhere", "e-excepted"], await FoundAsync("counted=yes"));
        Assert.Empty(await FoundAsync("location=987654"));
        Assert.Empty(await FoundAsync("text=nothing like it"));
    }

    [Fact]
    public async Task Handle_SeveralFilters_AllApply()
    {
        var chat = Programme.Dataset("Chat");
        var mail = Programme.Dataset("Mail", owner: "Grace Hopper");
        Programme.Copy(chat, Programme.Virginia, CopyRole.Backup, resource: "chat-backup");
        Programme.Copy(mail, Programme.Virginia, CopyRole.Backup, resource: "mail-backup");
        Programme.Copy(mail, Programme.Virginia, CopyRole.Primary, resource: "mail-primary");
        Programme.Copy(mail, Programme.Ashburn, CopyRole.Backup, resource: "mail-inside");
        await Programme.SettleAsync(Token);

        Assert.Equal(["mail-backup"], await FoundAsync("position=Outside&role=Backup&owner=Grace Hopper"));
        Assert.Equal(["mail-backup", "mail-primary"], await FoundAsync($"text=mail&location={Programme.Virginia.Id}"));
        Assert.Equal(["mail-primary"], await FoundAsync("text=mail-p&role=Primary"));
        Assert.Empty(await FoundAsync("text=mail-p&role=Backup"));
    }

    [Fact]
    public async Task Handle_TextThatMatchesDatasetsAndResources_FindsBoth()
    {
        var chat = Programme.Dataset("Chat");
        var mail = Programme.Dataset("Mail");
        Programme.Copy(chat, Programme.Virginia, resource: "x-1");
        Programme.Copy(mail, Programme.Virginia, resource: "chat-archive");
        Programme.Copy(mail, Programme.Virginia, resource: "mail-archive");
        await Programme.SettleAsync(Token);

        Assert.Equal(["chat-archive", "x-1"], await FoundAsync("text=chat"));
    }

    [Fact]
    public async Task Handle_CountedMissingCopy_CountsOutsideOnly()
    {
        var chat = Programme.Dataset("Chat");
        Programme.Copy(chat, Programme.Ashburn, state: CopyState.Missing, resource: "inside");
        Programme.Copy(chat, Programme.Virginia, state: CopyState.Missing, resource: "outside");
        Programme.Copy(chat, Programme.Nowhere, state: CopyState.Missing, resource: "unknown");
        await Programme.SettleAsync(Token);

        Assert.Equal(["outside", "unknown"], await FoundAsync("counted=yes"));
    }

    [Fact]
    public async Task Handle_VerifiedAbsentCopies_AreListedButNotCounted()
    {
        var chat = Programme.Dataset("Chat");
        Programme.Copy(chat, Programme.Virginia, state: CopyState.VerifiedAbsent, bytes: 5);
        Programme.Copy(chat, Programme.Singapore, bytes: 7);
        await Programme.SettleAsync(Token);

        foreach (var query in new[] { "", "text=chat" })
        {
            var totals = (await ListAsync(query)).Totals;
            Assert.Equal((2, 12, 1, 7), (totals.Copies, totals.Bytes, totals.CountedCopies, totals.CountedBytes));
            Assert.Equal([Programme.Singapore.Id], totals.Places.Select(place => place.LocationId));
        }
    }

    [Fact]
    public async Task Handle_Totals_IncludeAllPages()
    {
        var chat = Programme.Dataset("Chat");
        for (var copy = 0; copy < ListCopies.PageSize + 10; copy++)
            Programme.Copy(chat, Programme.Virginia, CopyRole.Backup, bytes: 10);
        Programme.Copy(chat, Programme.Ashburn, bytes: 7);
        await Programme.SettleAsync(Token);

        var list = await ListAsync("role=Backup");
        Assert.Equal(ListCopies.PageSize, list.Rows.Count);
        Assert.Equal((60, 600), (list.Totals.Copies, list.Totals.Bytes));
        Assert.Equal(("The company Virginia", Position.Outside, 60L), list.Totals.Places.Select(place => (place.Name, place.Position, place.Copies)).Single());
        Assert.Equal((61, 607), await TotalsAsync("text=chat"));
        Assert.Equal((61, 607), await TotalsAsync(""));
    }

    [Fact]
    public async Task Handle_MoreThanTheCap_IsExactFromRollups()
    {
        var chat = Programme.Dataset("Chat");
        var mail = Programme.Dataset("Mail");
        for (var copy = 0; copy <= CopyTotals.Cap; copy++)
            Programme.Copy(chat, Programme.Virginia, bytes: 1, resource: $"chat/{copy:00000}");
        Programme.Copy(mail, Programme.Virginia, bytes: 1, resource: "other");
        await Programme.SettleAsync(Token);

        Assert.Equal((CopyTotals.Cap, true), await CountAsync("text=chat/"));
        Assert.Equal((CopyTotals.Cap + 1, false), await CountAsync("text=Chat"));
        Assert.Equal((CopyTotals.Cap + 2, false), await CountAsync("owner=Ada Lovelace&sort=resource"));
        Assert.Equal((CopyTotals.Cap + 2, false), await CountAsync("role=Replica"));
        Assert.Equal("chat/00050", (await ListAsync("text=chat&sort=resource&after=1~chat/00049")).Rows[0].ResourceId);
        Assert.Equal("chat/10000", (await ListAsync("text=chat/&sort=-resource")).Rows[0].ResourceId);
    }

    /// <summary>For a text that matches a dataset and resource IDs, each set is counted up to the cap.</summary>
    [Fact]
    public async Task Handle_TextThatMatchesDatasetsAndResources_IsExactUpToTheCap()
    {
        var chat = Programme.Dataset("Chat");
        for (var copy = 0; copy < CopyTotals.Cap; copy++)
            Programme.Copy(chat, Programme.Virginia, bytes: 1, resource: $"chat/{copy:00000}");
        await Programme.SettleAsync(Token);
        Assert.Equal((CopyTotals.Cap, false), await CountAsync("text=chat"));

        Programme.Copy(Programme.Dataset("Mail"), Programme.Virginia, bytes: 1, resource: "chat/mail");
        await Programme.SettleAsync(Token);
        Assert.Equal((CopyTotals.Cap, true), await CountAsync("text=chat"));
        Assert.Equal("chat/mail", (await ListAsync("text=chat&sort=-resource")).Rows[0].ResourceId);
    }

    private async Task<(long Copies, bool IsCapped)> CountAsync(string filter)
    {
        var totals = (await ListAsync(filter)).Totals;
        return (totals.Copies, totals.IsCapped);
    }

    [Theory]
    [InlineData("resource")]
    [InlineData("-resource")]
    [InlineData("bytes")]
    [InlineData("-bytes")]
    [InlineData("firstseen")]
    [InlineData("-firstseen")]
    public async Task Handle_PagesForwardAndBackAcrossTies_ShowEachCopyOnce(string sort)
    {
        var chat = Programme.Dataset("Chat");
        var (first, second) = (Programme.Source("first"), Programme.Source("second"));
        var copies = Enumerable.Range(0, 170).Select(number => Programme.Copy(
            chat, number % 3 == 0 ? Programme.Virginia : Programme.Ashburn, bytes: number % 4, source: number % 2 == 0 ? first : second,
            resource: $"r{number / 2:000}", firstSeen: Noon.AddDays(-number % 3))).ToList();
        await Programme.SettleAsync(Token);
        var expected = Sorted(copies, CopySort.Parse(sort)).Select(copy => copy.Id).ToList();

        var list = await ListAsync($"sort={sort}");
        Assert.Null(list.Previous);
        var pages = new List<long[]>();
        while (true)
        {
            pages.Add([.. list.Rows.Select(row => row.Id)]);
            if (list.Next is null)
                break;
            list = await ListAsync($"sort={sort}&after={Uri.EscapeDataString(list.Next)}");
        }

        Assert.Equal(expected, pages.SelectMany(page => page));
        for (var page = pages.Count - 2; page >= 0; page--)
        {
            list = await ListAsync($"sort={sort}&before={Uri.EscapeDataString(list.Previous!)}");
            Assert.Equal(pages[page], list.Rows.Select(row => row.Id));
            Assert.NotNull(list.Next);
        }

        Assert.Null(list.Previous);
    }

    [Theory]
    [InlineData("after=nonsense")]
    [InlineData("before=1~")]
    [InlineData("after=~5")]
    [InlineData("sort=9")]
    public async Task Handle_InvalidCursorOrSort_ShowsTheFirstPage(string query)
    {
        Programme.Copy(Programme.Dataset("Chat"), Programme.Virginia);
        await Programme.SettleAsync(Token);

        Assert.Single((await ListAsync(query)).Rows);
    }

    [Fact]
    public async Task Handle_BySteward_ShowsOwnSystemsOnly()
    {
        var chat = Programme.Dataset("Chat", system: "Messages");
        var clicks = Programme.Dataset("Clicks", system: "Advertising");
        Programme.Copy(chat, Programme.Virginia, resource: "own", bytes: 3);
        Programme.Copy(clicks, Programme.Virginia, resource: "other", bytes: 5);
        await Programme.SettleAsync(Token);

        foreach (var query in new[] { "", "text=c", "position=Outside", $"system={clicks.SystemId}", $"dataset={clicks.Id}", "owner=Ada Lovelace" })
        {
            var list = await ListAsync(query, Roles.DataSteward, "Messages");
            Assert.DoesNotContain(list.Rows, row => row.ResourceId == "other");
            Assert.Equal(list.Rows.Sum(row => row.Bytes), list.Totals.Bytes);
        }

        Assert.Empty((await ListAsync("", Roles.DataSteward)).Rows);
        Assert.Equal(2, (await ListAsync("", Roles.DataSteward | Roles.Auditor, "Messages")).Rows.Count);
    }

    [Fact]
    public async Task Handle_Rows_HaveTheFactsOfTheCopy()
    {
        var chat = Programme.Dataset("Chat");
        Programme.Copy(chat, Programme.Singapore, CopyRole.Archive, CopyState.Reappeared, 42, "ff", 7, resource: "res");
        await Programme.SettleAsync(Token);

        var row = Assert.Single((await ListAsync("")).Rows);
        Assert.Equal(
            ("res", "Chat", "Messages", "Protected", Programme.Singapore.Name, "SG", Position.Outside, CopyRole.Archive, CopyState.Reappeared, 42L, 7L, "ff", "own-inventory", "Ada Lovelace"),
            (row.ResourceId, row.Dataset, row.System, row.Classification, row.Location, row.Country!, row.Position, row.Role, row.State, row.Bytes, row.Records!.Value, row.Fingerprint!, row.Source, row.Owner!));
    }

    internal static IEnumerable<Copy> Sorted(IEnumerable<Copy> copies, CopySort sort)
    {
        var ascending = sort.Key switch
        {
            CopySortKey.Resource => copies.OrderBy(copy => copy.ResourceId, StringComparer.Ordinal).ThenBy(copy => copy.SourceId),
            CopySortKey.Bytes => copies.OrderBy(copy => copy.Bytes).ThenBy(copy => copy.Id),
            _ => copies.OrderBy(copy => copy.FirstSeen).ThenBy(copy => copy.Id),
        };
        return sort.Descending ? ascending.Reverse() : ascending;
    }

    private async Task<(long, long)> TotalsAsync(string query)
    {
        var totals = (await ListAsync(query)).Totals;
        return (totals.Copies, totals.Bytes);
    }
}
