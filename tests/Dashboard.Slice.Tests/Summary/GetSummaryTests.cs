using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Findings;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Features.Summary;
using StageMoves = Dashboard.Web.Features.Summary.StageMoves;

namespace Dashboard.Slice.Tests.Summary;

public sealed class GetSummaryTests : SlicedProgramme
{
    [Theory]
    [InlineData(Roles.Executive, true)]
    [InlineData(Roles.GovernanceLead, true)]
    [InlineData(Roles.Reviewer, true)]
    [InlineData(Roles.Auditor, true)]
    [InlineData(Roles.DataSteward, false)]
    [InlineData(Roles.Administrator, false)]
    [InlineData(Roles.None, false)]
    public async Task Handle_ByRole_IsAllowedOnlyForSomeRoles(Roles roles, bool allowed)
    {
        var answer = await Handler(roles).HandleAsync(Token);

        Assert.Equal(allowed, answer.IsDone);
        if (!allowed)
            Assert.IsType<NotPermitted>(answer.Refusal);
    }

    [Fact]
    public async Task Handle_BeforeAnyImport_HasNoFigures()
    {
        var answer = await AnswerAsync();

        Assert.Null(answer.Latest);
        Assert.Null(answer.WeekAgo);
        Assert.Empty(answer.Places);
    }

    [Fact]
    public async Task Handle_CopiesEverywhere_CountsEachPositionSeparately()
    {
        var dataset = Programme.Dataset("Chat");
        Programme.Copy(dataset, Programme.Ashburn, bytes: 700);
        Programme.Copy(dataset, Programme.Virginia, CopyRole.Primary, bytes: 200);
        Programme.Copy(dataset, Programme.Singapore, CopyRole.Backup, bytes: 90);
        Programme.Copy(dataset, Programme.Nowhere, bytes: 10);
        await Programme.SettleAsync(Token);

        var answer = await AnswerAsync();

        Assert.Equal(new Split(700, 290, 10), answer.Latest!.Bytes);
        Assert.Equal((1L, 90L), (answer.Latest.BackupCopiesOutside, answer.Latest.BackupBytesOutside));
        Assert.Equal([0, 0, 1, 0, 0, 0], answer.Latest.Stages);
        Assert.Equal(
            [
                (Programme.Ashburn.Id, Position.Inside, 700L, 0L), (Programme.Virginia.Id, Position.Outside, 200L, 0L),
                (Programme.Singapore.Id, Position.Outside, 90L, 1L), (Programme.Nowhere.Id, Position.Unknown, 10L, 0L),
            ],
            answer.Places.Select(place => (place.LocationId, place.Position, place.Bytes, place.BackupCopies)));
    }

    [Fact]
    public async Task Handle_DataThatNeedNotBeInside_CountsInNoFigure()
    {
        var dataset = Programme.Dataset("Posts", classification: Programme.Excepted);
        Programme.Copy(dataset, Programme.Singapore, CopyRole.Backup);
        await Programme.SettleAsync(Token);

        var answer = await AnswerAsync();

        Assert.Equal(0, answer.Latest!.Bytes.Total);
        Assert.Equal(0, answer.Latest.Datasets);
        Assert.Empty(answer.Places);
    }

    [Fact]
    public async Task Handle_WithoutRowRights_OffersNoRows()
    {
        Assert.Equal(new MayOpen(Inventory: false, Datasets: false, Waves: true, Sources: false, Imports: false), (await AnswerAsync(Roles.Executive)).MayOpen);
        Assert.Equal(new MayOpen(Inventory: true, Datasets: true, Waves: true, Sources: true, Imports: true), (await AnswerAsync(Roles.Auditor)).MayOpen);
    }

    [Fact]
    public async Task Handle_Week_CountsImportsAndMovesOfSevenDays()
    {
        Programme.Import(Programme.Inventory, Noon.AddDays(-8), ImportCounts.Zero with { New = 99 });
        Programme.Import(Programme.Inventory, Noon.AddDays(-2), ImportCounts.Zero with { New = 3, VerifiedAbsent = 2 });
        Programme.Import(Programme.Inventory, Noon.AddDays(-1), ImportCounts.Zero with { New = 1, Vanished = 4, Reappeared = 5 });
        Programme.Import(Programme.Source("edge", SourceKind.Traffic), Noon.AddDays(-1), ImportCounts.Zero with { New = 182 });
        var one = Programme.Dataset("Chat");
        var two = Programme.Dataset("Mail");
        await using (var context = Database.CreateDbContext())
        {
            context.AddRange(
                DatasetChange.Of(one.Id, null, Noon.AddDays(-1), default, Stage.Copying, Stage.Verified),
                DatasetChange.Of(two.Id, null, Noon.AddDays(-1), default, Stage.Copying, Stage.Verified),
                DatasetChange.Of(two.Id, null, Noon.AddDays(-1), new(5, 0, 0, 0, 0), Stage.Verified, Stage.Verified),
                DatasetChange.Of(two.Id, null, Noon.AddDays(-8), default, Stage.NotStarted, Stage.Copying));
            await context.SaveChangesAsync(Token);
        }

        var week = (await AnswerAsync()).Week;

        // The third import is the one with which the inventory was set up.
        Assert.Equal((3L, 4L, 2L, 4L, 5L), (week.Imports, week.NewCopies, week.VerifiedAbsent, week.Vanished, week.Reappeared));
        Assert.Equal([new StageMoves(Stage.Copying, Stage.Verified, 2)], week.Moves);
    }

    [Fact]
    public async Task Handle_History_IsOldestFirstAndNoLongerThan180Days()
    {
        Programme.Day(181, null, Totals(inside: 1));
        Programme.Day(8, null, Totals(inside: 2));
        Programme.Day(6, null, Totals(inside: 3));
        Programme.Day(0, null, Totals(inside: 4));

        var answer = await AnswerAsync();

        Assert.Equal([2L, 3L, 4L], answer.History.Select(day => day.Bytes.Inside));
        Assert.Equal(4, answer.Latest!.Bytes.Inside);
        Assert.Equal(2, answer.WeekAgo!.Bytes.Inside);
    }

    [Fact]
    public async Task Handle_Attention_CountsWhatNeedsAnAnswer()
    {
        var mismatched = Programme.Dataset("Chat", owner: null, declared: DeclaredStatus.Completed);
        var unclassified = Programme.Dataset("Heap", classification: Programme.Unclassified);
        Programme.Copy(mismatched, Programme.Virginia);
        Programme.Copy(unclassified, Programme.Virginia, bytes: 70);
        Programme.Copy(unclassified, Programme.Virginia, state: CopyState.VerifiedAbsent, bytes: 90);
        await Programme.SettleAsync(Token);
        var import = Programme.Import(Programme.Inventory, Noon, ImportCounts.Zero);
        Programme.Finding(FindingKind.CopyVanished, mismatched, import, 7);
        Programme.Source("old", reported: TimeSpan.FromDays(3));
        Programme.Source("silent", never: true);

        var answer = await AnswerAsync();

        Assert.Equal((1L, 1L), (answer.Latest!.Mismatched, answer.Latest.WithoutOwner));
        Assert.Equal(new UnclassifiedFigures(Programme.Unclassified.Id, 1, 70), answer.Unclassified);
        Assert.Equal([new OpenFindings(FindingKind.CopyVanished, 1, 7, 1)], answer.Findings);
        Assert.Equal(
            [Freshness.Stale, Freshness.Fresh, Freshness.Never],
            answer.Sources.Select(source => source.Freshness));
    }

    [Fact]
    public void Evidence_OfSeveralSources_IsTheWeakest()
    {
        SourceReport Report(string name, double? hoursAgo) => new(
            1, name, SourceKind.Inventory, Freshness.Fresh, hoursAgo is { } h ? Noon.AddHours(-h) : null,
            hoursAgo is { } age ? Noon.AddHours(24 - age) : null, IsComplete: true);

        Assert.Equal("b, oldest of 2 inventory sources", SummaryEvidence.Of([Report("a", 1), Report("b", 9)], [1], SourceKind.Inventory, null).Source);
        Assert.Null(SummaryEvidence.Of([Report("a", 1), Report("never", null)], [1], SourceKind.Inventory, null).AsOf);
        Assert.Equal("a", SummaryEvidence.Of([Report("a", 1)], [1], SourceKind.Inventory, "/sources").Source);
        Assert.Equal("no traffic source yet", SummaryEvidence.Of([Report("a", 1)], [2], SourceKind.Traffic, null).Source);
    }

    private static StageTotals Totals(long inside) => new(null, Stage.Copying, 1, 1, 0, 0, inside, 0, 0, 0, 0, 0, 0);

    private GetSummary Handler(Roles roles) => new(Database, As(roles), Acting.Programme, Clock);

    private async Task<SummaryAnswer> AnswerAsync(Roles roles = Roles.GovernanceLead) => (await Handler(roles).HandleAsync(Token)).Value;
}
