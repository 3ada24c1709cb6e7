using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Ledger;
using Dashboard.Slice.Tests.Imports;
using Dashboard.Slice.Tests.Imports.Handlers;
using Dashboard.Slice.Tests.Ledger;
using Dashboard.Testing;
using Dashboard.Web.Databases;
using Dashboard.Web.Features.Imports.Run;
using Dashboard.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Slice.Tests.Concurrency;

/// <summary>Several servers on one database: their background work is done once, whichever of them lives.</summary>
public sealed class TwoServersTests : ImportHandlerTest
{
    private const string Apart = ImportBench.Header + "va/{0},urn:dataset:{0},The company,US,Virginia,primary,100,10,aa,,\n";

    [Fact]
    public async Task Lease_IsHadByOne_UntilItEnds()
    {
        var (first, second) = (Server(), Server());
        var ran = new List<string>();

        Assert.True(await first.TryRunAsync(Lease.Imports, async (_, _) =>
        {
            ran.Add("first");
            Assert.False(await second.TryRunAsync(Lease.Imports, (_, _) => throw new InvalidOperationException("two at once"), Token));
            Assert.True(await second.TryRunAsync(Lease.Inbox, (_, _) => Done(ran, "other work"), Token));
        }, Token));
        Assert.True(await second.TryRunAsync(Lease.Imports, (_, _) => Done(ran, "second"), Token));

        Assert.Equal(["first", "other work", "second"], ran);
    }

    [Fact]
    public async Task Lease_OfADeadServer_IsTakenOverWhenItExpires()
    {
        var id = await ReceivedAsync(TwoCopies);
        await using (var context = Database.CreateDbContext())
            Assert.NotNull(await context.TakeLeaseAsync(Lease.Imports, "a server that was killed", Noon, Leases.Length, Token));
        using var worker = Worker(Server());

        await worker.RunAsync(Token);
        Assert.Equal(ImportState.Received, (await FindAsync(id)).State);
        Clock.Now += Leases.Length + TimeSpan.FromSeconds(1);
        await worker.RunAsync(Token);
        Assert.Equal(ImportState.AwaitingConfirmation, (await FindAsync(id)).State);
    }

    [Fact]
    public async Task Import_OfAServerThatLostItsLease_IsNotCommitted()
    {
        var id = await ConfirmedAsync(TwoCopies);
        var (paused, other) = (Server(), Server());

        await Assert.ThrowsAsync<LeaseLostException>(() => paused.TryRunAsync(Lease.Imports, async (lease, stop) =>
        {
            Clock.Now += Leases.Length + TimeSpan.FromSeconds(1);
            Assert.True(await other.TryRunAsync(Lease.Imports, (_, _) => Task.CompletedTask, Token));
            await Runner.ApplyAsync(id, new(0, 0), stop, lease);
        }, Token));

        Assert.Equal(ImportState.Applying, (await FindAsync(id)).State);
        await using var context = Database.CreateDbContext();
        Assert.Empty(await context.Copies.ToListAsync(Token));
        using var worker = Worker(other);
        await worker.RunAsync(Token);
        Assert.Equal(ImportState.Applied, (await FindAsync(id)).State);
    }

    [Fact]
    public async Task ConfirmedImports_OfThreeServersAtOnce_AreAppliedOnceEach()
    {
        var ids = new List<long>();
        for (var number = 0; number < 5; number++)
            ids.Add(await ConfirmedAsync(Apart.Replace("{0}", $"{number}", StringComparison.Ordinal), Programme.Source($"source-{number}")));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            using var worker = Worker(Server());
            for (var turn = 0; turn < 10; turn++)
                await worker.RunAsync(Token);
        })));

        foreach (var id in ids)
            Assert.Equal(ImportState.Applied, (await FindAsync(id)).State);
        var applied = await Database.EntriesAsync(LedgerActions.ImportApplied);
        Assert.Equal(ids.Select(id => $"{id}").Order(), applied.Select(entry => entry.Subject.Id).Order());
        await using var context = Database.CreateDbContext();
        Assert.Equal(5, await context.Copies.CountAsync(Token));
    }

    [Fact]
    public async Task Nightly_OfTwoServersAtOnce_WritesTheDayOnce()
    {
        Programme.Dataset("Chat");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var nightly = new NightlyJob(Database, Clock, NullLogger<NightlyJob>.Instance);
            await nightly.RunAsync(Token);
        })));

        Assert.Single(await Database.EntriesAsync(LedgerActions.FiguresDerived));
        await using var context = Database.CreateDbContext();
        Assert.Single(await context.DailyFigures.Where(figure => figure.WaveId == null).ToListAsync(Token));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DailyFigure_OfADayTwice_IsImpossible(bool ofAWave)
    {
        var wave = ofAWave ? Programme.Wave("Wave 1") : null;
        Programme.Day(1, wave);

        var refused = Assert.Throws<DbUpdateException>(() => Programme.Day(1, wave));
        Assert.Equal(DatabaseTrouble.Conflict, DatabaseErrors.MeaningOf(refused));
    }

    [Fact]
    public async Task Ledger_BegunByThreeServersAtOnce_BeginsOnce()
    {
        using var bench = new LedgerBench();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(bench.BegunAsync)));

        Assert.Equal(["ledger.begun", LedgerActions.ProgrammePrepared], (await bench.EntriesAsync()).Select(entry => entry.Action));
        Assert.Null(await bench.CheckAsync());
    }

    [Theory]
    [InlineData("GROUP BY \"Change\"")]
    [InlineData("INSERT INTO \"Copies\"")]
    [InlineData(Moment.Committing)]
    [InlineData(Moment.Committed)]
    public async Task Import_DuringWhichTheDatabaseGoesAway_IsNotRefused_AndAppliedOnce(string place)
    {
        var id = await ConfirmedAsync(TwoCopies);
        var outage = new Outage();
        var drop = new Moment(place, () => { outage.IsOn = true; throw new ConnectionDropped(); });
        var seen = new Interposed(Database, drop, outage);
        using var worker = new ImportWorker(
            seen, new ImportRunner(seen, Database.Staging, Store, Clock), Queue, Running, new Leases(seen, Clock, NullLogger<Leases>.Instance), Notices,
            Clock, NullLogger<ImportWorker>.Instance);

        var interrupted = await Assert.ThrowsAnyAsync<Exception>(() => worker.RunAsync(Token));
        Assert.True(interrupted is CommitUncertainException || DatabaseErrors.MeaningOf(interrupted) is DatabaseTrouble.Away, $"{interrupted}");
        outage.IsOn = false;
        Clock.Now += Leases.Length + TimeSpan.FromSeconds(1); // The lease could not be released.
        await worker.RunAsync(Token);

        Assert.Equal(ImportState.Applied, (await FindAsync(id)).State);
        Assert.Single(await Database.EntriesAsync(LedgerActions.ImportApplied));
        await using var context = Database.CreateDbContext();
        Assert.Equal(2, await context.Copies.CountAsync(Token));
    }

    [Fact]
    public async Task Import_ThatAlwaysConflicts_IsRefusedInTheEnd()
    {
        var id = await ConfirmedAsync(TwoCopies);
        var seen = new Interposed(Database, new Always("INSERT INTO \"Copies\"", () => new Microsoft.Data.Sqlite.SqliteException("unique", 19, 2067)));
        using var worker = new ImportWorker(
            Database, new ImportRunner(seen, Database.Staging, Store, Clock), Queue, Running, Server(), Notices, Clock, NullLogger<ImportWorker>.Instance);

        for (var turn = 0; turn < 4; turn++)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => worker.RunAsync(Token));
            Assert.Equal(ImportState.Applying, (await FindAsync(id)).State);
        }

        await worker.RunAsync(Token);
        Assert.Equal(ImportState.Refused, (await FindAsync(id)).State);
    }

    [Fact]
    public async Task Worker_StartedWhileTheDatabaseIsAway_LivesAndContinuesWhenItIsBack()
    {
        var outage = new Outage { IsOn = true };
        var seen = new Interposed(Database, outage);
        var id = await ReceivedAsync(TwoCopies);
        using var worker = new ImportWorker(
            seen, Runner, Queue, Running, new Leases(seen, TimeProvider.System, NullLogger<Leases>.Instance), Notices, TimeProvider.System, NullLogger<ImportWorker>.Instance);
        await worker.StartAsync(Token);
        await Task.Delay(TimeSpan.FromMilliseconds(300), Token);
        Assert.False(worker.ExecuteTask!.IsCompleted, "An outage ended the worker, and with it the server.");

        outage.IsOn = false;
        while ((await FindAsync(id)).State is not ImportState.AwaitingConfirmation)
            await Task.Delay(TimeSpan.FromMilliseconds(50), Token);
        await worker.StopAsync(Token);
    }

    [Fact]
    public async Task Import_CancelledOnAnotherServer_StopsHere()
    {
        var id = await ReceivedAsync(TwoCopies);
        var reached = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var seen = new Interposed(Database, new Moment("GROUP BY \"Change\"", async () =>
        {
            reached.SetResult();
            await release.Task;
        }));
        using var worker = new ImportWorker(
            Database, new ImportRunner(seen, Database.Staging, Store, Clock), Queue, Running, Server(), Notices, Clock, NullLogger<ImportWorker>.Instance);
        var run = worker.RunAsync(Token);
        await reached.Task;

        // As the other server does it: its RunningImports does not know this run.
        Assert.Null((await new Web.Features.Imports.Review.CancelImport(Database, As(Roles.GovernanceLead), new RunningImports(), Clock).HandleAsync(id, Token)).Refusal);
        await Task.Delay(TimeSpan.FromSeconds(3), Token);
        release.SetResult();
        await run;

        Assert.Equal(ImportState.Cancelled, (await FindAsync(id)).State);
        await using var context = Database.CreateDbContext();
        Assert.Empty(await context.Copies.ToListAsync(Token));
    }

    private static Task Done(List<string> ran, string what)
    {
        ran.Add(what);
        return Task.CompletedTask;
    }

    private Leases Server() => new(Database, Clock, NullLogger<Leases>.Instance);

    private ImportWorker Worker(Leases server) =>
        new(Database, Runner, new ImportQueue(), new RunningImports(), server, Notices, Clock, NullLogger<ImportWorker>.Instance);

    private async Task<long> ConfirmedAsync(string content, Source? source = null)
    {
        var received = await Receive().HandleAsync(new((source ?? Source).Id, IsComplete: true, null), OneFile(content), Token);
        await Runner.PreviewAsync(received.Value, new(0, 0), Token);
        Assert.Null((await Confirm().HandleAsync(new(received.Value, (await FindAsync(received.Value)).Version), Token)).Refusal);
        return received.Value;
    }

    /// <summary>A statement that fails every time.</summary>
    private sealed class Always(string place, Func<Exception> failure) : Microsoft.EntityFrameworkCore.Diagnostics.DbCommandInterceptor
    {
        public override ValueTask<Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult<int>> NonQueryExecutingAsync(
            System.Data.Common.DbCommand command, Microsoft.EntityFrameworkCore.Diagnostics.CommandEventData eventData,
            Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            command.CommandText.Contains(place, StringComparison.Ordinal) ? throw failure() : new(result);
    }
}
