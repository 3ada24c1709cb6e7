using System.Diagnostics;
using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Benchmarks.Ledger;

/// <summary>
/// The cost of recording a change: the same transaction, an edit of one row, with and without its ledger entry, alternating in one run. Each is
/// flushed to disk as in production.
/// </summary>
internal static class AppendBenchmark
{
    private const int Turns = 1500;

    private static readonly LedgerActor Actor = new("lead-1", "Dana Reyes", "GovernanceLead", "Oversight", "US");

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        using var database = new SqliteTestDatabase();
        var keys = new LedgerKeys("benchmark.example/ledger", NoteSigner.Generate("benchmark.example/ledger"));
        await using (var context = database.CreateDbContext())
            _ = await LedgerBeginning.EnsureAsync(context, keys, null, TimeProvider.System, cancellationToken);
        var (without, with) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var turn = -100; turn < Turns; turn++)
        {
            var bare = await TimeAsync(() => EditAsync(database, turn, cancellationToken));
            var recorded = await TimeAsync(() => RecordAsync(database, turn, cancellationToken));
            if (turn < 0)
                continue;
            without.Add(bare);
            with.Add(recorded);
        }

        Console.WriteLine($"One edit and its commit, in ms over {Turns:N0} turns");
        Console.WriteLine($"{"",-28}{"p50",9}{"p95",8}");
        Console.WriteLine($"{"without entry",-28}  {Percentiles.Of(without)}");
        Console.WriteLine($"{"with entry",-28}  {Percentiles.Of(with)}");
        Console.WriteLine($"{"added by the entry (median)",-28}  {(Median(with) - Median(without)).TotalMilliseconds,7:0.000}");
    }

    private static async Task EditAsync(SqliteTestDatabase database, int turn, CancellationToken cancellationToken)
    {
        await using var context = database.CreateDbContext().Arranging();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ReviseAsync(context, turn, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task RecordAsync(SqliteTestDatabase database, int turn, CancellationToken cancellationToken)
    {
        await using var context = database.CreateDbContext();
        await using var change = await context.BeginChangeAsync(Actor, TimeProvider.System, cancellationToken);
        var classification = await ReviseAsync(context, turn, cancellationToken);
        var draft = new LedgerDraft(
            LedgerActions.ClassificationRevised, LedgerSubjects.Of(classification), $"revised the classification “{classification.Name}”")
        {
            Changes = FieldChanges.Of(context, classification),
        };
        await change.CommitAsync(draft, cancellationToken);
    }

    private static async Task<Core.Inventory.Classification> ReviseAsync(DashboardContext context, int turn, CancellationToken cancellationToken)
    {
        var classification = await context.Classifications.OrderBy(known => known.Id).FirstAsync(cancellationToken);
        _ = classification.Revise(classification.Name, $"Described for the {turn}th time.", classification.MustBeInside);
        return classification;
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start);
    }

    private static TimeSpan Median(List<TimeSpan> samples) => samples.Order().ElementAt(samples.Count / 2);
}
