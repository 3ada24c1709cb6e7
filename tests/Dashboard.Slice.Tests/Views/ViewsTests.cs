using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Testing;
using Dashboard.Web.Features.Views;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Views;

public sealed class ViewsTests : SlicedProgramme
{
    private const string Inventory = "/inventory";
    private const string Members = "/administration/members";

    private static readonly ViewPages Pages = new(
    [
        new(Inventory, Permission.ViewInventory, ["role", "country", "sort"]),
        new(Members, Permission.ViewMembers, ["role"]),
    ]);

    [Fact]
    public async Task Save_IsListedByName_WithItsQuery()
    {
        var access = As(Roles.Auditor);

        var second = (await SaveAsync(access, "Zebra", "?role=Backup&after=20&copy=7")).Value;
        var first = (await SaveAsync(access, " apes ", "?sort=-bytes&COUNTRY=US&country=SG&country=US&draft=3")).Value;

        Assert.Equal(
            [new(first, "apes", "?country=SG&country=US&sort=-bytes"), new ViewRow(second, "Zebra", "?role=Backup")],
            (await ListAsync(access)).Value);
        await using var context = Database.CreateDbContext();
        Assert.All(await context.SavedViews.ToListAsync(Token), view => Assert.Equal(Noon, view.SavedAt));
        Assert.Empty(await Database.EntriesAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a name of sixty-one characters; that is one more than allowed")]
    public async Task Save_NameEmptyOrTooLong_IsRefused(string name) =>
        Assert.Equal(new ViewNameInvalid(), (await SaveAsync(As(Roles.Auditor), name)).Refusal);

    [Fact]
    public async Task Save_NameTaken_IsRefusedInAnyCase_ButNotOnAnotherPageOrForSomeoneElse()
    {
        var access = As(Roles.Auditor);
        Assert.True((await SaveAsync(access, "Älteste")).IsDone);

        Assert.Equal(new ViewNameTaken("äLTESTE"), (await SaveAsync(access, " äLTESTE", "?role=Backup")).Refusal);

        Assert.True((await SaveAsync(access, "Älteste", path: Members)).IsDone);
        Assert.True((await SaveAsync(As(Roles.Auditor), "Älteste")).IsDone);
    }

    [Fact]
    public async Task Save_MoreThanFifty_IsRefused_UntilOneIsRemoved()
    {
        var access = As(Roles.Auditor);
        for (var number = 1; number <= SavedView.Most; number++)
            Assert.True((await SaveAsync(access, $"View {number}")).IsDone);

        Assert.Equal(new TooManyViews(), (await SaveAsync(access, "One more")).Refusal);
        Assert.True((await SaveAsync(access, "One more", path: Members)).IsDone);

        Assert.True((await RemoveAsync(access, (await ListAsync(access)).Value[0].Id)).IsDone);
        Assert.True((await SaveAsync(access, "One more")).IsDone);
    }

    [Fact]
    public async Task Save_ByOneMemberManyTimesAtOnce_KeepsOneOfEachNameAndAtMostFifty()
    {
        var access = As(Roles.Auditor);

        var saved = await Task.WhenAll(Enumerable.Range(0, 2 * (SavedView.Most + 10)).Select(number => Task.Run(() => SaveAsync(access, $"View {number / 2}"))));

        Assert.Equal(SavedView.Most, saved.Count(one => one.IsDone));
        Assert.All(saved.Where(one => !one.IsDone), one => Assert.True(one.Refusal is ViewNameTaken or TooManyViews));
        Assert.Equal(SavedView.Most, (await ListAsync(access)).Value.DistinctBy(view => view.Name).Count());
    }

    [Fact]
    public async Task Save_QueryTooLong_IsRefused_ButUnknownKeysDoNotCount()
    {
        var access = As(Roles.Auditor);
        var tooMuch = new string('x', SavedView.LongestQuery);

        Assert.Equal(new ViewTooLong(), (await SaveAsync(access, "Long", $"?role={tooMuch}")).Refusal);
        Assert.True((await SaveAsync(access, "Short", $"?role=Backup&after={tooMuch}")).IsDone);
    }

    [Theory]
    [InlineData("/summary")]
    [InlineData("/inventory/export.csv")]
    [InlineData("/inventory?role=Backup")]
    [InlineData("https://example.com/inventory")]
    [InlineData("//example.com/inventory")]
    [InlineData("")]
    public async Task EveryHandler_OnAnUnknownPage_Refuses(string path)
    {
        var access = As(Roles.Auditor);

        Assert.Equal(new ViewAddressInvalid(), (await SaveAsync(access, "Away", path: path)).Refusal);
        Assert.Equal(new ViewAddressInvalid(), (await ListAsync(access, path)).Refusal);
        Assert.Equal(new ViewAddressInvalid(), (await RemoveAsync(access, 1, path)).Refusal);
    }

    [Theory]
    [InlineData("//example.com/?role=Backup", "")]
    [InlineData("?role=Backup#//example.com", "?role=Backup%23%2F%2Fexample.com")]
    [InlineData("?role=%0d%0aLocation:%20x", "?role=%0D%0ALocation%3A%20x")]
    [InlineData("", "")]
    public async Task Save_WithAnyQuery_KeepsALinkToThePageItself(string query, string kept)
    {
        var access = As(Roles.Auditor);

        Assert.True((await SaveAsync(access, "View", query)).IsDone);

        Assert.Equal(kept, Assert.Single((await ListAsync(access)).Value).Query);
    }

    [Fact]
    public async Task SomeoneElsesView_IsNeitherListedNorRemoved()
    {
        var (ada, eve) = (As(Roles.Auditor), As(Roles.Auditor));
        var id = (await SaveAsync(ada, "Mine")).Value;

        Assert.Empty((await ListAsync(eve)).Value);
        Assert.Equal(new ViewNotFound(), (await RemoveAsync(eve, id)).Refusal);
        Assert.Equal(new ViewNotFound(), (await RemoveAsync(ada, id, Members)).Refusal);
        Assert.Single((await ListAsync(ada)).Value);

        Assert.True((await RemoveAsync(ada, id)).IsDone);
        Assert.Equal(new ViewNotFound(), (await RemoveAsync(ada, id)).Refusal);
        Assert.Empty((await ListAsync(ada)).Value);
    }

    [Fact]
    public async Task EveryHandler_RequiresTheRightToReadThePage()
    {
        var steward = As(Roles.DataSteward);
        Assert.True((await SaveAsync(steward, "Mine")).IsDone);

        Assert.Equal(new NotPermitted(Permission.ViewMembers), (await SaveAsync(steward, "Mine", path: Members)).Refusal);
        Assert.Equal(new NotPermitted(Permission.ViewMembers), (await ListAsync(steward, Members)).Refusal);
        Assert.Equal(new NotPermitted(Permission.ViewMembers), (await RemoveAsync(steward, 1, Members)).Refusal);
    }

    [Fact]
    public async Task EveryHandler_ForASuspendedMember_Refuses_AndTheViewsStay()
    {
        var member = Programme.Member(Roles.Auditor);
        var access = Acting.As(Database, member, Clock);
        var id = (await SaveAsync(access, "Mine")).Value;
        await using (var context = Database.CreateDbContext().Arranging())
        {
            _ = (await context.Members.SingleAsync(known => known.Id == member.Id, Token)).Suspend(Programme.Member(Roles.Administrator), "Left", Noon);
            await context.SaveChangesAsync(Token);
        }

        Assert.Equal(new MemberSuspended(), (await SaveAsync(access, "Another")).Refusal);
        Assert.Equal(new MemberSuspended(), (await ListAsync(access)).Refusal);
        Assert.Equal(new MemberSuspended(), (await RemoveAsync(access, id)).Refusal);
        await using var after = Database.CreateDbContext();
        Assert.Equal(["Mine"], await after.SavedViews.Select(view => view.Name).ToListAsync(Token));
    }

    [Fact]
    public async Task EveryHandler_ForALeadWithoutTheOversightCountry_Refuses()
    {
        var abroad = Acting.As(Database, Programme.Member(Roles.GovernanceLead, country: "SG"), Clock);

        Assert.IsType<OutsideOversightCountry>((await SaveAsync(abroad, "Mine")).Refusal);
        Assert.IsType<OutsideOversightCountry>((await ListAsync(abroad)).Refusal);
        Assert.IsType<OutsideOversightCountry>((await RemoveAsync(abroad, 1)).Refusal);
    }

    private Task<Result<long>> SaveAsync(MemberAccess access, string name, string query = "?role=Backup", string path = Inventory) =>
        new SaveView(Database, access, Pages, Clock).HandleAsync(new(path, query, name), Token);

    private Task<Result<IReadOnlyList<ViewRow>>> ListAsync(MemberAccess access, string path = Inventory) =>
        new ListViews(Database, access, Pages).HandleAsync(path, Token);

    private Task<Result> RemoveAsync(MemberAccess access, long id, string path = Inventory) =>
        new RemoveView(Database, access, Pages).HandleAsync(new(path, id), Token);
}
