using Dashboard.Core.Administration;
using Dashboard.Core.Migration;
using Dashboard.Web.Features.Administration;
using Dashboard.Web.Features.Administration.Members;
using Dashboard.Web.Features.Deletions;
using Dashboard.Web.Features.Imports;
using Dashboard.Web.Features.Inventory;
using Dashboard.Web.Features.Inventory.List;
using Dashboard.Web.Features.Inventory.Query;
using Dashboard.Web.Features.Ledger;
using Dashboard.Web.Features.Ledger.Entries;
using Dashboard.Web.Features.Migration;
using Dashboard.Web.Features.Views;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Slice.Tests.Views;

/// <summary>A saved view keeps every filter and the sort order of a page's URL, but not the position in the list.</summary>
public sealed class ViewPageTests
{
    private static readonly ViewPage[] Pages =
    [
        .. new ServiceCollection().AddInventory().AddMigration().AddImports().AddLedger().AddDeletions().AddAdministration()
            .Where(service => service.ServiceType == typeof(ViewPage)).Select(service => (ViewPage)service.ImplementationInstance!),
    ];

    [Fact]
    public void Pages_AreTheExpectedOnes_EachOnce() =>
        Assert.Equal(
            ["/administration/members", "/deletions", "/imports", "/inventory", "/ledger", "/migration/datasets"],
            Pages.Select(page => page.Path).Order(StringComparer.Ordinal));

    [Fact]
    public void Inventory_KeepsFiltersOrderAndColumns()
    {
        var all = new InventoryAddress
        {
            Terms = [.. FilterKey.All.Select(key => new FilterTerm(key, "1"))],
            Sort = CopySort.Parse("bytes"),
            Columns = ["bytes", "role"],
        };

        AssertKeeps(all.To(), (all with { After = "a", Before = "b", Copy = 3, Draft = 4, IsMapFolded = true }).To());
    }

    [Fact]
    public void Datasets_KeepFilters()
    {
        var all = new DatasetFilter(1, Stage.Copying, "Messages", "Ada", "Protected", DatasetRisk.NoOwner, "chat");

        AssertKeeps(all.To(DatasetFilter.ListPath), all.To(DatasetFilter.ListPath, new("a", 1), new("b", 2)));
    }

    [Fact]
    public void Ledger_KeepsFilters()
    {
        var all = EntryFilter.Read("2026-01-01", "2026-02-01", "ada", "wave.created", "wave:3");

        AssertKeeps(Address(all.Query()), Address(all.Query(7, 8)));

        static string Address(IReadOnlyDictionary<string, object?> query) => QueryHelpers.AddQueryString(
            EntryFilter.Page, query.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, (string?)$"{pair.Value}")));
    }

    [Fact]
    public void Members_KeepFilters()
    {
        var all = new MemberFilter("ada", Roles.Auditor, true);

        AssertKeeps(all.To(MemberFilter.ListPath), all.To(MemberFilter.ListPath, new("Ada", 3)) + "&member=3");
    }

    [Fact]
    public void Canonical_OfTheSameFiltersInAnotherOrder_IsTheSame()
    {
        var page = Pages.Single(page => page.Path == InventoryAddress.Page);

        Assert.Equal("?country=SG&country=US&role=Backup", page.Canonical("?role=Backup&country=US&country=SG&country=US&role="));
        Assert.Equal("", page.Canonical("?copy=3"));
        Assert.Equal("?role=Backup", page.Canonical($"?role=Backup&sort={CopySort.Default}"));
        Assert.Equal("?role=Backup&sort=bytes", page.Canonical("?sort=bytes&role=Backup"));
    }

    /// <summary>Every filter is kept, and nothing else.</summary>
    private static void AssertKeeps(string filters, string address)
    {
        var at = filters.IndexOf('?');
        var kept = Pages.Single(page => page.Path == filters[..at]).Canonical(address[at..]);

        Assert.NotEqual(filters, address);
        Assert.Equal(
            QueryHelpers.ParseQuery(filters[at..]).Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal),
            QueryHelpers.ParseQuery(kept).Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal));
    }
}
