using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Features.Administration.Boundary;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Administration;

public sealed class BoundaryTests : BoundaryProgramme
{
    [Fact]
    public async Task Add_ForTheOwnVirginiaCentre_FlipsItsDatasetsAndTodaysFigures()
    {
        await Programme.SettleAsync(Token);
        Assert.Equal((200, 350), await InsideAndOutsideAsync());

        var added = await Add().HandleAsync(OwnCentre, Token);

        Assert.True(added.IsDone);
        Assert.Equal((550, 0), await InsideAndOutsideAsync());
        await using var context = Database.CreateDbContext();
        Assert.All(await context.Datasets.ToListAsync(Token), dataset => Assert.Equal(Stage.Pivoted, dataset.Status.Stage));
        Assert.Equal(2, await context.DatasetChanges.CountAsync(change => change.StageAfter == Stage.Pivoted && change.At == Noon, Token));
        var rule = await context.BoundaryRules.SingleAsync(rule => rule.Operator == "the company", Token);
        Assert.Equal(("US", "A decision"), (rule.Country, rule.Reason));
    }

    [Fact]
    public async Task PreviewAdd_ForTheOwnVirginiaCentre_ShowsMovesAndChangesNothing()
    {
        await Programme.SettleAsync(Token);

        var preview = (await Add().PreviewAsync(OwnCentre, Token)).Value;

        Assert.Equal(new CopyMove("The company Virginia", "Protected", true, Position.Outside, Position.Inside, 2, 350), Assert.Single(preview.Moves));
        Assert.Equal((2, Programme.Today), (preview.Datasets, preview.Day));
        Assert.Equal((350L, 550L), (preview.Before.Bytes.Outside, preview.After.Bytes.Inside));
        Assert.Equal(new LocationMove(Programme.Virginia.Id, "The company Virginia", Position.Outside, Position.Inside), Assert.Single(preview.Locations));
        Assert.True(preview.BringsInside);
        Assert.Equal((200, 350), await InsideAndOutsideAsync());
        await using var context = Database.CreateDbContext();
        Assert.False(await context.BoundaryRules.AnyAsync(rule => rule.Operator == "the company", Token));
    }

    [Fact]
    public async Task Add_ForALaterDay_ChangesNothingTodayButIsPreviewedForItsDay()
    {
        await Programme.SettleAsync(Token);
        var later = OwnCentre with { From = Programme.Today.AddDays(9) };

        var preview = (await Add().PreviewAsync(later, Token)).Value;
        Assert.True((await Add().HandleAsync(later, Token)).IsDone);

        Assert.Equal((Programme.Today.AddDays(9), 2L), (preview.Day, preview.Copies));
        Assert.Equal((200, 350), await InsideAndOutsideAsync());
        Assert.Equal(RuleState.Future, (await GetAsync()).Rules.Single(rule => rule.Operator == "the company").State);
    }

    [Fact]
    public async Task PreviewAdd_OfACombinationAlreadyAllowed_IsEmpty()
    {
        await Programme.SettleAsync(Token);

        var preview = (await Add().PreviewAsync(OwnCentre with { Operator = "ORACLE" }, Token)).Value;

        Assert.True(preview.IsEmpty);
        Assert.Equal(preview.Before, preview.After);
    }

    [Fact]
    public async Task Add_ForSeveralClassifications_CreatesARuleForEach()
    {
        Assert.True((await Add().HandleAsync(
            OwnCentre with { ClassificationIds = [Programme.Protected.Id, Programme.Excepted.Id, Programme.Excepted.Id] }, Token)).IsDone);

        Assert.Equal(
            ["the company in the United States may hold Excepted", "the company in the United States may hold Protected"],
            (await GetAsync()).Rules.Where(rule => rule.Operator == "the company").Select(rule => rule.Sentence).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Add_OfAnInvalidRule_IsRefusedInPreviewToo()
    {
        (AddRulesRequest Request, Refusal Refusal)[] refused =
        [
            (OwnCentre with { Operator = " " }, new RuleNeedsOperator()),
            (OwnCentre with { Country = "XX" }, new CountryUnknown("XX")),
            (OwnCentre with { Country = "" }, new CountryUnknown("")),
            (OwnCentre with { ClassificationIds = [] }, new RuleNeedsClassification()),
            (OwnCentre with { ClassificationIds = [Programme.Protected.Id, 99] }, new NotFound("The classification")),
            (OwnCentre with { From = null }, new RuleNeedsStart()),
            (OwnCentre with { Until = Programme.Today.AddDays(-1) }, new RuleEndsBeforeItStarts(Programme.Today, Programme.Today.AddDays(-1))),
            (OwnCentre with { Reason = "" }, new RuleNeedsReason()),
            (OwnCentre with { Operator = new string('x', 121) }, new TextTooLong("The operator's name", 120)),
            (OwnCentre with { Reason = new string('x', 1001) }, new TextTooLong("The reason", 1000)),
        ];
        foreach (var (request, refusal) in refused)
        {
            Assert.Equal(refusal, (await Add().HandleAsync(request, Token)).Refusal);
            Assert.Equal(refusal, (await Add().PreviewAsync(request, Token)).Refusal);
        }

        await using var context = Database.CreateDbContext();
        Assert.Equal(2, await context.BoundaryRules.CountAsync(Token));
    }

    [Fact]
    public async Task End_TheOracleRuleYesterday_PutsEverythingOutside()
    {
        await Programme.SettleAsync(Token);
        var rule = await OracleRuleAsync();
        var request = new EndRuleRequest(rule.Id, rule.Version, Programme.Today.AddDays(-1));

        var preview = (await End().PreviewAsync(request, Token)).Value;
        Assert.True((await End().HandleAsync(request, Token)).IsDone);

        Assert.Equal((0, 550), await InsideAndOutsideAsync());
        Assert.Equal((550L, 1L), (preview.After.Bytes.Outside, preview.Datasets));
        Assert.Equal(RuleState.Ended, (await GetAsync()).Rules.Single(row => row.Id == rule.Id).State);
        await using var context = Database.CreateDbContext();
        Assert.All(await context.Datasets.ToListAsync(Token), dataset => Assert.Equal(Stage.NotStarted, dataset.Status.Stage));
    }

    [Fact]
    public async Task End_Today_StaysInForceUntilTomorrow()
    {
        await Programme.SettleAsync(Token);
        var rule = await OracleRuleAsync();
        var request = new EndRuleRequest(rule.Id, rule.Version, Programme.Today);

        var preview = (await End().PreviewAsync(request, Token)).Value;
        Assert.True((await End().HandleAsync(request, Token)).IsDone);

        Assert.Equal((Programme.Today.AddDays(1), 1L), (preview.Day, preview.Copies));
        Assert.Equal((200, 350), await InsideAndOutsideAsync());
    }

    [Fact]
    public async Task End_OnAnInvalidDay_IsRefusedInPreviewToo()
    {
        var rule = await OracleRuleAsync();
        Assert.True((await End().HandleAsync(new(rule.Id, rule.Version, Programme.Today.AddDays(5)), Token)).IsDone);
        var ended = await OracleRuleAsync();
        (EndRuleRequest Request, Refusal Refusal)[] refused =
        [
            (new(99, 1, Programme.Today), new NotFound("The rule")),
            (new(ended.Id, ended.Version, null), new RuleNeedsLastDay()),
            (new(ended.Id, rule.Version, Programme.Today), new StaleEdit("The rule")),
            (new(ended.Id, ended.Version, Programme.Today.AddDays(6)), new RuleAlreadyEnds(Programme.Today.AddDays(5))),
            (new(ended.Id, ended.Version, ended.ValidFrom.AddDays(-1)), new RuleEndsBeforeItStarts(ended.ValidFrom, ended.ValidFrom.AddDays(-1))),
            (new(ended.Id, ended.Version, DateOnly.MaxValue), new RuleAlreadyEnds(Programme.Today.AddDays(5))),
        ];
        foreach (var (request, refusal) in refused)
        {
            Assert.Equal(refusal, (await End().HandleAsync(request, Token)).Refusal);
            Assert.Equal(refusal, (await End().PreviewAsync(request, Token)).Refusal);
        }
    }

    [Fact]
    public async Task PreviewEnd_OnTheLastPossibleDay_DoesNotOverflow()
    {
        var rule = await OracleRuleAsync();

        Assert.Equal(DateOnly.MaxValue, (await End().PreviewAsync(new(rule.Id, rule.Version, DateOnly.MaxValue), Token)).Value.Day);
    }

    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Reviewer)]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.DataSteward)]
    [InlineData(Roles.Administrator)]
    public async Task Change_ByAnyoneExceptTheLead_IsRefused(Roles roles)
    {
        var rule = await OracleRuleAsync();
        var end = new EndRuleRequest(rule.Id, rule.Version, Programme.Today);

        Assert.IsType<NotPermitted>((await Add(roles).HandleAsync(OwnCentre, Token)).Refusal);
        Assert.IsType<NotPermitted>((await Add(roles).PreviewAsync(OwnCentre, Token)).Refusal);
        Assert.IsType<NotPermitted>((await End(roles).HandleAsync(end, Token)).Refusal);
        Assert.IsType<NotPermitted>((await End(roles).PreviewAsync(end, Token)).Refusal);
        Assert.IsType<NotPermitted>((await Withdraw(roles).HandleAsync(new(rule.Id, rule.Version, "Mistyped"), Token)).Refusal);
        Assert.IsType<NotPermitted>((await Withdraw(roles).PreviewAsync(new(rule.Id, rule.Version, "Mistyped"), Token)).Refusal);
        await using var context = Database.CreateDbContext();
        Assert.Equal(2, await context.BoundaryRules.CountAsync(known => known.ValidUntil == null, Token));
    }

    [Fact]
    public async Task Add_ByALeadWithoutTheOversightCountry_IsRefused()
    {
        var abroad = Acting.As(Database, Programme.Member(Roles.GovernanceLead, country: "SG"), Clock);

        Assert.IsType<OutsideOversightCountry>((await new AddRules(Database, abroad, Clock).HandleAsync(OwnCentre, Token)).Refusal);
    }

    [Theory]
    [InlineData(Roles.GovernanceLead, true)]
    [InlineData(Roles.Reviewer, false)]
    [InlineData(Roles.Auditor, false)]
    public async Task Get_ByRolesThatMayView_SaysWhetherTheyMayManage(Roles roles, bool mayManage) =>
        Assert.Equal(mayManage, (await GetAsync(roles)).MayManage);

    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.DataSteward)]
    [InlineData(Roles.Administrator)]
    public async Task Get_ByOthers_IsRefused(Roles roles) =>
        Assert.IsType<NotPermitted>((await new GetBoundary(Database, As(roles), Acting.Programme, Clock).HandleAsync(Token)).Refusal);

    [Fact]
    public async Task Get_WithCopies_CountsThemByLocationAndSuggestsOperators()
    {
        Programme.Copy(Chat, Programme.Singapore, state: CopyState.VerifiedAbsent, bytes: 900);
        Programme.Copy(Programme.Dataset("Posts", classification: Programme.Excepted), Programme.Singapore, bytes: 70);
        await Programme.SettleAsync(Token);

        var boundary = await GetAsync(Roles.Auditor);

        Assert.Equal(
            [("The company Virginia", Position.Outside, 2L, 350L), ("Oracle us-ashburn-1", Position.Inside, 1L, 200L)],
            boundary.Places.Select(place => (place.Name, place.Position, place.Copies, place.Bytes)));
        Assert.Equal(boundary.MustBeInside.Bytes.Outside, boundary.Places.Where(place => place.Position is Position.Outside).Sum(place => place.Bytes));
        Assert.Equal((200L, 350L), (boundary.MustBeInside.Bytes.Inside, boundary.MustBeInside.Bytes.Outside));
        Assert.Equal(["AWS", "Azure", "Google", "Oracle", "The company"], boundary.Operators);
    }
}
