using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Ledger;
using Dashboard.Web.Features.Administration.Boundary;
using Dashboard.Web.Features.Administration.Classifications;
using Dashboard.Web.Features.Administration.Locations;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Administration;

/// <summary>Ledger entries about changes of the boundary, locations and classifications, and about the stages that they move.</summary>
public sealed class BoundaryEntriesTests : SlicedProgramme
{
    private const string OnePivoted = """[{"datasets":1,"from":"not started","to":"pivoted"}]""";

    private readonly Dataset chat;

    public BoundaryEntriesTests()
    {
        chat = Programme.Dataset("Chat");
        Programme.Dataset("Mail");
        Programme.Copy(chat, Programme.Virginia, CopyRole.Primary, bytes: 300);
    }

    private AddRulesRequest OwnCentre =>
        new("The company", "US", [Programme.Protected.Id, Programme.Excepted.Id], Programme.Today, null, "A decision");

    [Fact]
    public async Task Add_ForTwoClassifications_IsOneEntryThatNamesThemAndTheDatasetsThatMoved()
    {
        await Programme.SettleAsync(Token);

        Assert.True((await Add().HandleAsync(OwnCentre, Token)).IsDone);

        var entry = Assert.Single(await Database.EntriesAsync());
        var rules = await RulesAsync("The company");
        Assert.Equal((LedgerActions.BoundaryRuleAdded, "GovernanceLead", "US"), (entry.Action, entry.Actor.Role, entry.Actor.Country));
        Assert.Equal(new LedgerSubject("boundary-rule", $"{rules[0].Id}", "The company in US"), entry.Subject);
        Assert.Equal([new LedgerSubject("boundary-rule", $"{rules[1].Id}", "The company in US"), new LedgerSubject("dataset", $"{chat.Id}")], entry.Related);
        Assert.Equal("Governance lead allowed The company in the United States to hold Protected, Excepted from 2026-05-20: A decision.", entry.Sentence);
        Assert.Equal(
            [
                new("classification", null, "Protected, Excepted"), new("country", null, "US"), new("operator", null, "The company"),
                new("reason", null, "A decision"), new FieldChange("validFrom", null, "2026-05-20"),
            ],
            entry.Changes.OrderBy(change => change.Field, StringComparer.Ordinal));
        Assert.Equal(("1", OnePivoted), (entry.Detail("datasetsMovedStage"), entry.Detail("stageMoves")));
    }

    [Fact]
    public async Task Add_ForManyClassifications_GivesTheirNumberInTheSentence()
    {
        for (var number = 1; number <= 6; number++)
            Assert.True((await Save().HandleAsync(new(null, 0, $"{new string('c', 50)}{number}", "", true), Token)).IsDone);
        long[] all;
        await using (var context = Database.CreateDbContext())
            all = await context.Classifications.Select(classification => classification.Id).ToArrayAsync(Token);

        Assert.True((await Add().HandleAsync(OwnCentre with { ClassificationIds = all, Reason = new string('r', 1000) }, Token)).IsDone);

        var entry = Assert.Single(await Database.EntriesAsync(LedgerActions.BoundaryRuleAdded));
        Assert.Contains("to hold 10 classifications from", entry.Sentence);
        Assert.InRange(entry.Sentence.Length, 1000, 2000);
        Assert.Equal(9, entry.Related.Count);
    }

    [Fact]
    public async Task End_OfARule_RecordsItsLastDay()
    {
        Programme.Copy(Programme.Dataset("Video"), Programme.Ashburn, CopyRole.Primary);
        await Programme.SettleAsync(Token);
        var rule = (await RulesAsync("Oracle")).Single(rule => rule.ClassificationId == Programme.Protected.Id);

        Assert.True((await End().HandleAsync(new(rule.Id, rule.Version, Programme.Today.AddDays(-1)), Token)).IsDone);

        var entry = Assert.Single(await Database.EntriesAsync());
        Assert.Equal((LedgerActions.BoundaryRuleEnded, $"{rule.Id}"), (entry.Action, entry.Subject.Id));
        Assert.Equal("Governance lead ended the rule that lets Oracle in the United States hold Protected: its last day is 2026-05-19.", entry.Sentence);
        Assert.Equal([new FieldChange("validUntil", null, "2026-05-19")], entry.Changes);
        Assert.Equal("""[{"datasets":1,"from":"pivoted","to":"not started"}]""", entry.Detail("stageMoves"));
    }

    [Fact]
    public async Task Withdraw_OfARule_RecordsTheReason()
    {
        Assert.True((await Add().HandleAsync(OwnCentre with { From = Programme.Today.AddDays(3) }, Token)).IsDone);
        var rule = (await RulesAsync("The company"))[0];

        Assert.True((await Withdraw().HandleAsync(new(rule.Id, rule.Version, "Mistyped"), Token)).IsDone);

        var entry = (await Database.EntriesAsync())[^1];
        Assert.Equal((LedgerActions.BoundaryRuleWithdrawn, $"{rule.Id}"), (entry.Action, entry.Subject.Id));
        Assert.Equal("Governance lead withdrew the rule that would let The company in the United States hold Protected: Mistyped.", entry.Sentence);
        Assert.Contains(new FieldChange("withdrawalReason", null, "Mistyped"), entry.Changes);
    }

    [Fact]
    public async Task Describe_OfALocation_RecordsBeforeAndAfter()
    {
        Programme.Copy(chat, Programme.Nowhere, CopyRole.Backup);
        await Programme.SettleAsync(Token);
        var nowhere = Programme.Nowhere;

        Assert.True((await Describe().HandleAsync(
            new(nowhere.Id, nowhere.Version, "Vault", "Iron", "US", LocationKind.OfflineVault, 39.5, -77.25), Token)).IsDone);

        var entry = Assert.Single(await Database.EntriesAsync());
        Assert.Equal((LedgerActions.LocationDescribed, new LedgerSubject("location", $"{nowhere.Id}", "Vault")), (entry.Action, entry.Subject));
        Assert.Equal("Governance lead described the location “Vault”: Iron, United States of America.", entry.Sentence);
        Assert.Equal(
            [
                new("country", null, "US"), new("kind", "Unknown", "OfflineVault"), new("latitude", null, "39.5"), new("longitude", null, "-77.25"),
                new("name", "Unknown operator, dc-7", "Vault"), new FieldChange("operator", null, "Iron"),
            ],
            entry.Changes.OrderBy(change => change.Field, StringComparer.Ordinal));
        Assert.Equal("0", entry.Detail("datasetsMovedStage"));
    }

    [Fact]
    public async Task Classification_CreatedAndRevised_IsRecorded()
    {
        await Programme.SettleAsync(Token);
        Assert.True((await Save().HandleAsync(new(null, 0, "Biometric", "Faces", true), Token)).IsDone);
        var id = Programme.Protected.Id;
        Assert.True((await Save().HandleAsync(new(id, Programme.Protected.Version, "Protected", "As agreed", false), Token)).IsDone);

        var entries = await Database.EntriesAsync();
        Assert.Equal([LedgerActions.ClassificationCreated, LedgerActions.ClassificationRevised], entries.Select(entry => entry.Action));
        Assert.Equal("Governance lead created the classification “Biometric”, which must be inside.", entries[0].Sentence);
        Assert.Equal(
            [new("description", null, "Faces"), new("mustBeInside", null, "yes"), new FieldChange("name", null, "Biometric")],
            entries[0].Changes.OrderBy(change => change.Field, StringComparer.Ordinal));
        Assert.Equal("Governance lead revised the classification “Protected”, which need not be inside.", entries[1].Sentence);
        Assert.Equal(new LedgerSubject("classification", $"{id}", "Protected"), entries[1].Subject);
        Assert.Contains(new FieldChange("mustBeInside", "yes", "no"), entries[1].Changes);
        Assert.Equal("""[{"datasets":2,"from":"not started","to":"no stage"}]""", entries[1].Detail("stageMoves"));
        Assert.Equal(2, entries[1].Related.Count);
    }

    [Fact]
    public async Task RefusedStaleOrEmptyChange_LeavesNoEntry()
    {
        await Programme.SettleAsync(Token);
        var rule = (await RulesAsync("Oracle"))[0];
        var (place, kind) = (Programme.Virginia, Programme.Protected);

        Assert.IsType<NotPermitted>((await Add(Roles.Auditor).HandleAsync(OwnCentre, Token)).Refusal);
        Assert.IsType<RuleNeedsReason>((await Add().HandleAsync(OwnCentre with { Reason = "" }, Token)).Refusal);
        Assert.IsType<StaleEdit>((await End().HandleAsync(new(rule.Id, rule.Version + 1, Programme.Today), Token)).Refusal);
        Assert.IsType<StaleEdit>((await Withdraw().HandleAsync(new(rule.Id, rule.Version + 1, "Mistyped"), Token)).Refusal);
        Assert.IsType<StaleEdit>((await Describe().HandleAsync(new(place.Id, place.Version + 1, "Vault", null, null, LocationKind.Unknown, null, null), Token)).Refusal);
        Assert.IsType<StaleEdit>((await Save().HandleAsync(new(kind.Id, kind.Version + 1, "Other", "", true), Token)).Refusal);
        Assert.True((await Describe().HandleAsync(
            new(place.Id, place.Version, place.Name, place.Operator, place.Country, place.Kind, place.Latitude, place.Longitude), Token)).IsDone);
        Assert.True((await Save().HandleAsync(new(kind.Id, kind.Version, kind.Name, kind.Description, kind.MustBeInside), Token)).IsDone);

        Assert.Empty(await Database.EntriesAsync());
    }

    [Fact]
    public async Task ChangeThatCannotBeRecorded_IsNotSaved()
    {
        await Programme.SettleAsync(Token);
        await Database.BreakLedgerAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Add().HandleAsync(OwnCentre, Token));

        Assert.Empty(await RulesAsync("The company"));
        await using var context = Database.CreateDbContext();
        Assert.Equal(Stage.NotStarted, (await context.Datasets.SingleAsync(dataset => dataset.Id == chat.Id, Token)).Status.Stage);
    }

    private AddRules Add(Roles roles = Roles.GovernanceLead) => new(Database, As(roles), Clock);

    private EndRule End() => new(Database, As(Roles.GovernanceLead), Clock);

    private WithdrawRule Withdraw() => new(Database, As(Roles.GovernanceLead), Clock);

    private DescribeLocation Describe() => new(Database, As(Roles.GovernanceLead), Clock);

    private SaveClassification Save() => new(Database, As(Roles.GovernanceLead), Clock);

    private async Task<List<BoundaryRule>> RulesAsync(string operatorName)
    {
        await using var context = Database.CreateDbContext();
        return await context.BoundaryRules.AsNoTracking().Where(rule => rule.Operator == operatorName).OrderBy(rule => rule.Id).ToListAsync(Token);
    }
}
