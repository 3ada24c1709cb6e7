using System.Diagnostics;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Dashboard.Testing;
using Dashboard.Web.Features.Deletions;
using Dashboard.Web.Features.Deletions.Batches;
using Dashboard.Web.Features.Deletions.Decisions;
using Dashboard.Web.Features.Deletions.Items;
using Dashboard.Web.Features.Deletions.Overview;
using Dashboard.Web.Features.Deletions.Propose;
using Dashboard.Web.Features.Deletions.Queue;
using Dashboard.Web.Features.Deletions.Review;
using Dashboard.Web.Features.Deletions.Schedule;
using Dashboard.Web.Features.Inventory.Query;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Benchmarks.Deletions;

/// <summary>
/// A batch of many items through its handlers, from the proposal to the order, and the physical limit of an evaluation: a bare read of the
/// same items joined with their copies.
/// </summary>
internal sealed class DeletionBenchmark
{
    private static readonly IOptions<ProgrammeSettings> Programme = Options.Create(new ProgrammeSettings { Name = "Benchmark", OversightCountry = "US" });
    private static readonly IOptions<DeletionSettings> Settings = Options.Create(new DeletionSettings { CoolingOff = TimeSpan.Zero });

    private readonly SqliteTestDatabase database;
    private readonly LargeBatch people;
    private readonly SetClock clock;
    private readonly ChangeNotices notices = new();

    private DeletionBenchmark(SqliteTestDatabase database, LargeBatch people, SetClock clock) =>
        (this.database, this.people, this.clock) = (database, people, clock);

    public static async Task RunAsync(int items, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var filled = new SqliteTestDatabase();
        var members = await LargeBatch.FillAsync(filled, now, items, cancellationToken);
        await new DeletionBenchmark(filled, members, new(now)).MeasureAsync(items, cancellationToken);
    }

    private async Task MeasureAsync(int items, CancellationToken cancellationToken)
    {
        Console.WriteLine($"Seconds of server time for a batch of {items:N0} items, {items * 7 / 5:N0} copies, on {Environment.ProcessorCount} cores");
        var id = (await new ProposeBatch(database, As(people.Lead), clock)
            .HandleAsync(new("Large", "Benchmark.", SanitizationMethod.Purge, "Cryptographic erase", null), cancellationToken)).Value;
        var outside = new CopyFilter([new(FilterKey.Position, nameof(Position.Outside))]);
        await PrintAsync("add the items", async () => Done(await new AddItems(Decisions(people.Lead), Programme).HandleAsync(id, outside, cancellationToken)));
        for (var run = 0; run < 3; run++)
            await PrintAsync("evaluate the gates", async () => Done(await new EvaluateBatch(database, As(people.Lead), clock, notices).HandleAsync(id, cancellationToken)));
        await PrintAsync("bare read of items and copies", () => BareReadAsync(id, cancellationToken));
        await PrintAsync("submit", async () => Done(await new SubmitBatch(Decisions(people.Lead)).HandleAsync(id, cancellationToken)));
        await OpenPagesAsync(id, cancellationToken);
        await PrintAsync("approve", async () => await ApproveAsync(id, people.Legal, cancellationToken));
        await PrintAsync("exclude one item", async () => Done(await new ExcludeItems(Decisions(people.Privacy)).HandleAsync(new(id, [7], "Not this."), cancellationToken)));
        await PrintAsync("approve again", async () => await ApproveAsync(id, people.Legal, cancellationToken));
        await PrintAsync("last approval", async () => await ApproveAsync(id, people.Privacy, cancellationToken));
        await PrintAsync("release", async () => await new AdvanceBatches(database, clock).HandleAsync(cancellationToken));
    }

    private static async Task PrintAsync(string what, Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        Console.WriteLine($"  {what,-32} {Stopwatch.GetElapsedTime(start).TotalSeconds,7:0.00}");
    }

    private static void Done(Result result) => Done(result.Refusal);

    private static void Done(Refusal? refusal)
    {
        if (refusal is not null)
            throw new InvalidOperationException(refusal.Message);
    }

    private async Task ApproveAsync(long id, Member by, CancellationToken cancellationToken)
    {
        await using var context = database.CreateDbContext();
        var hash = await context.DeletionBatches.Where(batch => batch.Id == id).Select(batch => batch.ManifestHash).SingleAsync(cancellationToken);
        Done(await new ApproveBatch(Decisions(by), As(by), Settings).HandleAsync(new(id, hash!), cancellationToken));
    }

    /// <summary>The query of each page that shows the batch: the first time, and the median of ten more.</summary>
    private async Task OpenPagesAsync(long id, CancellationToken cancellationToken)
    {
        string hash;
        await using (var context = database.CreateDbContext())
            hash = (await context.DeletionBatches.Where(batch => batch.Id == id).Select(batch => batch.ManifestHash).SingleAsync(cancellationToken))!;
        var lead = new DeletionAccess(As(people.Lead), Programme);
        var reviewer = new DeletionAccess(As(people.Legal), Programme);
        await PrintPageAsync("open the batch", async () => Done((await new GetBatch(database, lead, clock).HandleAsync(id, cancellationToken)).Refusal));
        await PrintPageAsync("open its review", async () => Done((await new GetReview(
            database, reviewer, As(people.Legal), new GetBatch(database, reviewer, clock), Settings, clock).HandleAsync(id, cancellationToken)).Refusal));
        await PrintPageAsync("draw a sample", async () => Done((await new DrawSample(database, reviewer).HandleAsync(new(id, hash, 1), cancellationToken)).Refusal));
        await PrintPageAsync("list items", async () => Done((await new ListItems(database, lead).HandleAsync(new(id, ItemFilter.None), cancellationToken)).Refusal));
        await PrintPageAsync("list items with a closed gate", async () => Done((await new ListItems(database, lead).HandleAsync(
            new(id, new ItemFilter(Gate: Gates.EqualCopyInside)), cancellationToken)).Refusal));
        await PrintPageAsync("list batches", async () => Done((await new ListBatches(database, lead, clock).HandleAsync(new(), cancellationToken)).Refusal));
        await PrintPageAsync("totals", async () => Done((await new GetDeletionTotals(database, lead, clock).HandleAsync(cancellationToken)).Refusal));
        await PrintPageAsync("the reviewer's queue", async () => Done((await new ListQueue(database, reviewer, clock).HandleAsync(cancellationToken)).Refusal));
    }

    private static async Task PrintPageAsync(string what, Func<Task> open)
    {
        var times = new double[11];
        for (var run = 0; run < times.Length; run++)
        {
            var start = Stopwatch.GetTimestamp();
            await open();
            times[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Console.WriteLine($"  {what,-32} {times[0],7:0} ms the first time, then {times.Skip(1).Order().ElementAt(5),5:0.0} ms");
    }

    private async Task BareReadAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT i.Number, c.* FROM DeletionItems i JOIN Copies c ON c.Id = i.CopyId WHERE i.BatchId = $batch";
        command.Parameters.AddWithValue("$batch", id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync(cancellationToken))
            reader.GetValues(values);
    }

    private BatchDecisions Decisions(Member member) => new(database, As(member), clock);

    private MemberAccess As(Member member) => new(
        new MemberDirectory(database, clock), new RefusalRecord(database, Programme, clock),
        new RequestPrincipal { User = MemberPrincipal.For(member, "US", $"{clock.GetUtcNow().ToUnixTimeSeconds()}") }, new NoCircuit(), Programme);

    private sealed class NoCircuit : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => throw new InvalidOperationException("The benchmark has no circuit.");
    }
}
