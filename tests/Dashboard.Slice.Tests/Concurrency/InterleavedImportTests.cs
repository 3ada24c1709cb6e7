using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Slice.Tests.Imports;
using Dashboard.Slice.Tests.Imports.Handlers;
using Dashboard.Testing;
using Dashboard.Web.Features.Administration.Boundary;
using Dashboard.Web.Features.Imports.Run;
using Dashboard.Web.Features.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Concurrency;

/// <summary>Someone decides while an import applies. Both are done, one after the other, and what is stored equals a recount.</summary>
public sealed class InterleavedImportTests : ImportHandlerTest
{
    /// <summary>After the comparison has begun, before anything is written and before the import's turn.</summary>
    private const string Compared = "GROUP BY \"Change\"";

    /// <summary>In the import's transaction.</summary>
    private const string Writing = "INSERT INTO \"Copies\"";

    private const string File = ImportBench.Header + """
        va/videos,urn:dataset:videos,The company,US,Virginia,primary,100,10,aa,,
        oci/videos,urn:dataset:videos,Oracle,US,us-ashburn-1,replica,100,10,aa,,
        va/mail,urn:dataset:mail,The company,US,Virginia,primary,50,5,bb,,

        """;

    private const string Register =
        "dataset,name,system,owner,classification,categories,wave,declared_status,declared_percent,declared_at,next_update_due\n"
        + "urn:dataset:videos,Videos,Messages,Ada,Protected,messages,,,,,\n";

    [Theory]
    [InlineData(Compared)]
    [InlineData(Writing)]
    public async Task BoundaryRule_AddedWhileAnImportApplies_CountsForItsDatasets(string place)
    {
        var id = await ConfirmedAsync(File, Source);

        var added = await WhileApplyingAsync(id, place, async () => await new AddRules(Database, As(Roles.GovernanceLead), Clock).HandleAsync(
            new("The company", "US", [Programme.Unclassified.Id], Programme.Today, null, "Agreed"), Token));

        Assert.Null(added.Refusal);
        Assert.Equal(ImportState.Applied, (await FindAsync(id)).State);
        await AssertDerivedAsync();
    }

    [Theory]
    [InlineData(SourceKind.Inventory, Compared)]
    [InlineData(SourceKind.Inventory, Writing)]
    [InlineData(SourceKind.Register, "UPDATE \"Datasets\"")]
    [InlineData(SourceKind.Register, Moment.Beginning)]
    public async Task Dataset_MovedToAWaveDuringAnImport_RefusesNeither(SourceKind kind, string place)
    {
        await AppliedAsync(File);
        var (wave, videos) = (Programme.Wave("Wave 1"), await DatasetAsync("urn:dataset:videos"));
        var id = kind is SourceKind.Register
            ? await ConfirmedAsync(Register, Programme.Source("register", SourceKind.Register))
            : await ConfirmedAsync(File.Replace(",100,", ",101,", StringComparison.Ordinal) + "va/more,urn:dataset:videos,The company,US,Virginia,backup,7,1,cc,,\n", Source);

        var moved = await WhileApplyingAsync(id, place, async () => await Move().HandleAsync(new([new(videos.Id, null)], wave.Id), Token));

        Assert.Equal(1, moved.Value);
        Assert.Equal(ImportState.Applied, (await FindAsync(id)).State);
        await AssertDerivedAsync();
        Assert.Equal(
            [LedgerActions.ImportApplied, LedgerActions.DatasetsMoved],
            (await Database.EntriesAsync(LedgerActions.ImportApplied, LedgerActions.DatasetsMoved)).Select(entry => entry.Action).TakeLast(2).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Moment.Beginning)]
    [InlineData("UPDATE \"Datasets\"")]
    public async Task Import_AppliedDuringAMove_RefusesNeither(string place)
    {
        await AppliedAsync(File);
        var (wave, videos) = (Programme.Wave("Wave 1"), await DatasetAsync("urn:dataset:videos"));
        var id = await ConfirmedAsync(File.Replace(",100,", ",101,", StringComparison.Ordinal), Source);
        var during = new During<bool>(place, async () =>
        {
            await Runner.ApplyAsync(id, new(0, 0), Token);
            return true;
        });

        var moved = await Move(new Interposed(Database, during.Moment)).HandleAsync(new([new(videos.Id, null)], wave.Id), Token);
        Assert.True(await during.OutcomeAsync());

        Assert.Equal(1, moved.Value);
        Assert.Equal(ImportState.Applied, (await FindAsync(id)).State);
        await AssertDerivedAsync();
    }

    [Fact]
    public async Task Decision_AboutACopyAfterTheComparison_IsNotOverwritten()
    {
        await AppliedAsync(File);
        var id = await ConfirmedAsync(File.Replace(",50,", ",51,", StringComparison.Ordinal), Source);

        Assert.True(await WhileApplyingAsync(id, Compared, async () => await OrderDeletionAsync("va/mail")));

        await using var context = Database.CreateDbContext();
        var copy = await context.Copies.SingleAsync(copy => copy.ResourceId == "va/mail", Token);
        Assert.Equal((51, CopyState.DeletionPending), (copy.Bytes, copy.State));
        Assert.Equal(ImportState.Applied, (await FindAsync(id)).State);
        await AssertDerivedAsync();
    }

    [Fact]
    public async Task ConfirmedImport_AppliedByAnotherServerAfterTheComparison_IsAppliedOnce()
    {
        var id = await ConfirmedAsync(File, Source);

        Assert.True(await WhileApplyingAsync(id, Compared, async () =>
        {
            await Runner.ApplyAsync(id, new(0, 0), Token);
            return true;
        }));

        Assert.Single(await Database.EntriesAsync("import.applied"));
        Assert.Equal(ImportState.Applied, (await FindAsync(id)).State);
        await AssertDerivedAsync();
    }

    /// <summary>Nothing holds the turn while copies are written.</summary>
    [Fact]
    public async Task Decision_WhileAnImportWrites_DoesNotWait()
    {
        Assert.SkipUnless(TestProvider.IsSqlServer, "SQLite has one writer.");
        var id = await ConfirmedAsync(File, Source);
        var before = await Database.EntriesAsync();

        var saved = await WhileApplyingAsync(id, Writing, async () =>
        {
            Assert.True((await new SaveWave(Database, As(Roles.GovernanceLead), Clock).HandleAsync(new(null, 0, "Wave 1", "", null, null), Token)).IsDone);
            return (await Database.EntriesAsync()).Skip(before.Count).Select(entry => entry.Action).ToList();
        });

        Assert.Equal([LedgerActions.WaveCreated], saved);
        Assert.Equal(ImportState.Applied, (await FindAsync(id)).State);
        await AssertDerivedAsync();
    }

    private MoveDatasets Move(IDbContextFactory<DashboardContext>? contexts = null) => new(contexts ?? Database, As(Roles.GovernanceLead), Clock);

    /// <summary>Applies the import, and does something else at a place of it: until that is done, or waits for the import.</summary>
    private async Task<T> WhileApplyingAsync<T>(long importId, string place, Func<Task<T>> other)
    {
        var during = new During<T>(place, other);
        await new ImportRunner(new Interposed(Database, during.Moment), Database.Staging, Store, Clock).ApplyAsync(importId, new(0, 0), Token);
        return await during.OutcomeAsync();
    }

    private async Task<long> ConfirmedAsync(string content, Source source)
    {
        var received = await Receive().HandleAsync(new(source.Id, IsComplete: true, null), OneFile(content), Token);
        Assert.Null(received.Refusal);
        await Runner.PreviewAsync(received.Value, new(0, 0), Token);
        var confirmed = await Confirm().HandleAsync(new(received.Value, (await FindAsync(received.Value)).Version), Token);
        Assert.True(confirmed.IsDone, confirmed.Refusal?.Message ?? (await FindAsync(received.Value)).Refusal);
        return received.Value;
    }

    private async Task<Dataset> DatasetAsync(string urn)
    {
        await using var context = Database.CreateDbContext();
        return await context.Datasets.AsNoTracking().SingleAsync(dataset => dataset.Urn == urn, Token);
    }

    /// <summary>What a released batch does to a copy.</summary>
    private async Task<bool> OrderDeletionAsync(string resourceId)
    {
        await using var context = Database.CreateDbContext().Arranging();
        await using var turn = await context.BeginTurnAsync(Token);
        var copy = await context.Copies.AsNoTracking().SingleAsync(copy => copy.ResourceId == resourceId, Token);
        var rollup = await context.CopyRollups.AsNoTracking().SingleAsync(rollup => rollup.Id == copy.RollupId, Token);
        var key = new RollupKey(rollup.SourceId, rollup.LocationId, rollup.Role, CopyState.DeletionPending, rollup.ClassificationId, rollup.SystemId);
        var target = (await RollupSums.IdsOfAsync(context, [key], Token))[key];
        await context.Copies.Where(row => row.Id == copy.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, CopyState.DeletionPending).SetProperty(row => row.RollupId, target), Token);
        await RollupSums.ApplyAsync(context, [new(rollup.Id, 1, copy.Bytes)], [new(target, 1, copy.Bytes)], Token);
        await DatasetTotals.RecountAsync(context, [copy.DatasetId], Token);
        await DatasetStatuses.RecalculateAllAsync(context, Noon, Token);
        await turn.CommitAsync(Token);
        return true;
    }

    /// <summary>Stages, rollups and figures equal a recount.</summary>
    private async Task AssertDerivedAsync()
    {
        await using var context = Database.CreateDbContext().Arranging();
        var counted = await context.Copies.GroupBy(copy => copy.RollupId)
            .Select(group => new { group.Key, Copies = group.LongCount(), Bytes = group.Sum(copy => copy.Bytes) }).OrderBy(group => group.Key).ToListAsync(Token);
        var stored = await context.CopyRollups.Where(rollup => rollup.Copies != 0 || rollup.Bytes != 0)
            .Select(rollup => new { Key = rollup.Id, rollup.Copies, rollup.Bytes }).OrderBy(rollup => rollup.Key).ToListAsync(Token);
        Assert.Equal(counted, stored);

        var figures = await FiguresAsync(context);
        await using var turn = await context.BeginTurnAsync(Token);
        Assert.Equal(0, (await DatasetStatuses.RecalculateAllAsync(context, Noon, Token)).Count);
        Assert.Equal(figures, await FiguresAsync(context));
    }

    private static async Task<List<(long?, long, long, long, long)>> FiguresAsync(DashboardContext context) =>
        [.. (await context.DailyFigures.AsNoTracking().OrderBy(figure => figure.WaveId).ToListAsync(Token))
            .Select(figure => (figure.WaveId, figure.BytesInside, figure.BytesOutside, figure.BytesUnknown, figure.Datasets))];

    /// <summary>Something that happens at a moment of a use case. If it has to wait for that use case, it ends after it.</summary>
    private sealed class During<T>
    {
        private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);
        private readonly TaskCompletionSource<Task<T>> started = new();

        public During(string place, Func<Task<T>> act) => Moment = new(place, async () =>
        {
            var running = Task.Run(act);
            started.SetResult(running);
            await Task.WhenAny(running, Task.Delay(LongestWait));
        });

        public Moment Moment { get; }

        public async Task<T> OutcomeAsync()
        {
            Assert.True(Moment.IsReached, "The use case never came to the chosen place.");
            return await await started.Task;
        }
    }
}
