using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Testing;
using Dashboard.Web.Features.Migration;
using Dashboard.Web.Features.Migration.Comparisons;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Migration;

public sealed class ComparisonTests : SlicedProgramme
{
    private static readonly ComparisonFacts Facts = new(
        ComparisonMethod.RowByRow, null, null, ComparisonResult.Equal, Noon.AddDays(-1), "comparer 2.1", "https://evidence.example/1", null, "");

    private readonly Dataset chat;
    private readonly Copy inside;
    private readonly Copy outside;

    public ComparisonTests()
    {
        chat = Programme.Dataset("Chat");
        inside = Programme.Copy(chat, Programme.Ashburn, fingerprint: null, resource: "in");
        outside = Programme.Copy(chat, Programme.Virginia, CopyRole.Primary, fingerprint: null, resource: "out");
    }

    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Reviewer)]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.DataSteward)]
    [InlineData(Roles.Administrator)]
    public async Task Handle_ByAnyoneExceptTheLead_IsRefused(Roles roles)
    {
        await Programme.SettleAsync(Token);

        Assert.IsType<NotPermitted>((await Prepare(roles).HandleAsync(chat.Id, Token)).Refusal);
        Assert.IsType<NotPermitted>((await Record(roles).HandleAsync(Request(), Token)).Refusal);
        Assert.IsType<NotPermitted>((await Revoke(roles).HandleAsync(new(1, "wrong run"), Token)).Refusal);
    }

    [Fact]
    public async Task Prepare_ListsCopiesInside_AndOutsideWithTheReferenceFirst()
    {
        Programme.Copy(chat, Programme.Singapore, CopyRole.Backup, firstSeen: Noon, resource: "backup");
        Programme.Copy(chat, Programme.Nowhere, CopyRole.Primary, CopyState.VerifiedAbsent);
        Programme.Copy(chat, Programme.Ashburn, state: CopyState.Missing);
        await Programme.SettleAsync(Token);

        var choices = (await Prepare().HandleAsync(chat.Id, Token)).Value;

        Assert.Equal(["in"], choices.Inside.Select(choice => choice.Seen.ResourceId));
        Assert.Equal(["out", "backup"], choices.Outside.Select(choice => choice.Seen.ResourceId));
        Assert.Equal("The company Virginia", choices.Outside[0].Seen.Location);
    }

    [Fact]
    public async Task Record_EqualCopies_VerifiesTheDatasetAndNotifiesThePages()
    {
        await Programme.SettleAsync(Token);
        Assert.Equal(Stage.Copying, await StageAsync());

        var id = (await Record().HandleAsync(Request(), Token)).Value;

        Assert.Equal(Stage.Verified, await StageAsync());
        await using var context = Database.CreateDbContext().Arranging();
        Assert.Equal(1, (await context.DailyFigures.AsNoTracking().SingleAsync(figure => figure.WaveId == null, Token)).Verified);
        Assert.Equal((Stage.Copying, Stage.Verified), await context.DatasetChanges.OrderByDescending(change => change.Id)
            .Select(change => new ValueTuple<Stage?, Stage?>(change.StageBefore, change.StageAfter)).FirstAsync(Token));
        var row = Assert.Single((await List().HandleAsync(chat.Id, Token)).Value.Rows);
        Assert.Equal((id, "in", "out", "Governance lead", (ComparisonEnd?)null), (row.Id, row.Inside.ResourceId, row.Outside.ResourceId, row.RecordedBy, row.End));
        Assert.Contains("by recorded comparison", (await Steps())[(int)Stage.Verified].Evidence);
    }

    [Fact]
    public async Task Record_ThenEverythingRecalculated_StaysVerified()
    {
        await Programme.SettleAsync(Token);
        await Record().HandleAsync(Request(), Token);

        await DeriveAllAsync();

        Assert.Equal(Stage.Verified, await StageAsync());
    }

    [Fact]
    public async Task Record_CopyChangedLater_FallsBackToCopying()
    {
        await Programme.SettleAsync(Token);
        await Record().HandleAsync(Request(), Token);
        await using (var context = Database.CreateDbContext().Arranging())
            await context.Copies.Where(copy => copy.Id == inside.Id).ExecuteUpdateAsync(set => set.SetProperty(copy => copy.Bytes, 1001), Token);

        await DeriveAllAsync();

        Assert.Equal(Stage.Copying, await StageAsync());
        Assert.Equal(ComparisonEnd.InsideCopyChanged, (await List().HandleAsync(chat.Id, Token)).Value.Rows.Single().End);
        Assert.StartsWith("Missing: an equal copy inside", (await Steps())[(int)Stage.Verified].Evidence);
    }

    [Fact]
    public async Task Record_LaterComparisonOfThePair_SupersedesTheFirst()
    {
        await Programme.SettleAsync(Token);
        await Record().HandleAsync(Request(), Token);
        await Record().HandleAsync(Request(Facts with { Result = ComparisonResult.Different, ComparedAt = Noon }), Token);

        Assert.Equal(Stage.Copying, await StageAsync());
        Assert.Equal([null, ComparisonEnd.Superseded], (await List().HandleAsync(chat.Id, Token)).Value.Rows.Select(row => row.End));
    }

    [Fact]
    public async Task Record_CopyChangedSinceItWasShown_IsRefused()
    {
        await Programme.SettleAsync(Token);
        var request = Request();

        Assert.IsType<ComparedCopyChangedMeanwhile>((await Record().HandleAsync(request with { InsideSeen = request.InsideSeen with { Bytes = 1 } }, Token)).Refusal);
        Assert.IsType<ComparedCopyChangedMeanwhile>((await Record().HandleAsync(request with { OutsideSeen = request.OutsideSeen with { Records = 1 } }, Token)).Refusal);
    }

    [Fact]
    public async Task Record_CopiesOfAnotherDatasetOrSide_IsRefused()
    {
        var alien = Programme.Copy(Programme.Dataset("Mail"), Programme.Ashburn);
        await Programme.SettleAsync(Token);
        var request = Request();

        Assert.IsType<NotACopyInside>((await Record().HandleAsync(request with { InsideCopyId = outside.Id }, Token)).Refusal);
        Assert.IsType<NotACopyInside>((await Record().HandleAsync(request with { InsideCopyId = alien.Id }, Token)).Refusal);
        Assert.IsType<NotACopyOutside>((await Record().HandleAsync(request with { OutsideCopyId = inside.Id }, Token)).Refusal);
        Assert.IsType<NotFound>((await Record().HandleAsync(request with { DatasetId = 99 }, Token)).Refusal);
        Assert.IsType<NotFound>((await Prepare().HandleAsync(99, Token)).Refusal);
    }

    [Fact]
    public async Task Record_InvalidFacts_IsRefusedAndNothingIsSaved()
    {
        await Programme.SettleAsync(Token);

        Assert.IsType<ComparisonWithoutEvidence>((await Record().HandleAsync(Request(Facts with { EvidenceLink = null }), Token)).Refusal);
        Assert.Empty((await List().HandleAsync(chat.Id, Token)).Value.Rows);
    }

    [Fact]
    public async Task Revoke_WithReason_FallsBackAndKeepsTheComparison()
    {
        await Programme.SettleAsync(Token);
        var id = (await Record().HandleAsync(Request(), Token)).Value;

        Assert.IsType<RevocationNeedsReason>((await Revoke().HandleAsync(new(id, " "), Token)).Refusal);
        Assert.IsType<NotFound>((await Revoke().HandleAsync(new(99, "wrong run"), Token)).Refusal);
        Assert.True((await Revoke().HandleAsync(new(id, "wrong run"), Token)).IsDone);
        Assert.IsType<ComparisonAlreadyRevoked>((await Revoke().HandleAsync(new(id, "again"), Token)).Refusal);

        Assert.Equal(Stage.Copying, await StageAsync());
        var row = (await List().HandleAsync(chat.Id, Token)).Value.Rows.Single();
        Assert.Equal((ComparisonEnd.Revoked, "wrong run", "Governance lead"), (row.End, row.RevocationReason, row.RevokedBy));
    }

    [Fact]
    public async Task List_OtherRoles_MaySeeButNotRecord()
    {
        await Programme.SettleAsync(Token);
        await Record().HandleAsync(Request(), Token);

        Assert.Equal((1, false), await SeenAsync(Roles.Auditor));
        Assert.Equal((1, true), await SeenAsync(Roles.GovernanceLead));
        Assert.IsType<NotPermitted>((await List(Roles.Executive).HandleAsync(chat.Id, Token)).Refusal);

        async Task<(int Rows, bool MayRecord)> SeenAsync(Roles roles)
        {
            var answer = (await List(roles).HandleAsync(chat.Id, Token)).Value;
            return (answer.Rows.Count, answer.MayRecord);
        }
    }

    private RecordComparisonRequest Request(ComparisonFacts? facts = null) => new(chat.Id, inside.Id, Seen(inside), outside.Id, Seen(outside), facts ?? Facts);

    private static ComparedCopy Seen(Copy copy) => new(copy.ResourceId, "", copy.Bytes, copy.Records, copy.Fingerprint, copy.LastSeen);

    private async Task DeriveAllAsync()
    {
        await using var context = Database.CreateDbContext().Arranging();
        await DatasetStatuses.RecalculateAllAsync(context, Noon, Token);
    }

    private async Task<Stage?> StageAsync()
    {
        await using var context = Database.CreateDbContext().Arranging();
        return (await context.Datasets.AsNoTracking().SingleAsync(dataset => dataset.Id == chat.Id, Token)).Status.Stage;
    }

    private async Task<IReadOnlyList<StageStep>> Steps() =>
        (await new GetDataset(Database, new(As(Roles.Auditor), Acting.Programme), Clock).HandleAsync(chat.Id, Token)).Value.Steps;

    private PrepareComparison Prepare(Roles roles = Roles.GovernanceLead) => new(Database, As(roles), Clock);

    private RecordComparison Record(Roles roles = Roles.GovernanceLead) => new(Database, As(roles), Clock);

    private RevokeComparison Revoke(Roles roles = Roles.GovernanceLead) => new(Database, As(roles), Clock);

    private ListComparisons List(Roles roles = Roles.Auditor) => new(Database, new(As(roles), Acting.Programme), Clock);
}
