using Dashboard.Core;
using Dashboard.Core.Deletions;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.WorkOrders;

/// <summary>What a report changed.</summary>
/// <param name="Count">Items that changed, deleted or failed.</param>
/// <param name="Executed">Those of them that were deleted.</param>
/// <param name="Datasets">Datasets whose copies changed.</param>
internal sealed record AppliedReport(int Count, int Executed, IReadOnlyCollection<long> Datasets);

/// <summary>Checks the items of a report against its work order and applies them, set-based, in the transaction of the report.</summary>
internal sealed class ReportedItems(DashboardContext context, DeletionBatch batch, WorkOrder order, IReadOnlyDictionary<long, ExecutionFacts> facts)
{
    private const int Chunk = 1000;

    private static readonly ItemState[] Answerable = [ItemState.Proposed, ItemState.Ordered, ItemState.Failed, ItemState.StillPresent, ItemState.Reported];

    /// <summary>Why the whole report is refused; null if every item was handed out to this executor.</summary>
    public async Task<Refusal?> RefusalAsync(CancellationToken cancellationToken)
    {
        var known = new Dictionary<long, (ItemState State, DateTimeOffset? OrderedAt)>();
        foreach (var numbers in facts.Keys.Chunk(Chunk))
        {
            var rows = context.ItemsOf(batch).Where(item => item.LocationId == order.LocationId && numbers.Contains(item.Number))
                .Select(item => new { item.Number, item.State, item.OrderedAt });
            await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
                known[row.Number] = (row.State, row.OrderedAt);
        }

        foreach (var (number, fact) in facts.OrderBy(fact => fact.Key))
        {
            var why = !known.TryGetValue(number, out var item) ? "it is not in this work order."
                : item.State is ItemState.Excluded ? "a reviewer excluded it from the batch."
                : item.State is ItemState.Moved ? "it was moved to another batch."
                : item.OrderedAt is not { } orderedAt ? "it was never handed out; it may have been withheld."
                : fact.PerformedAt < orderedAt.AddMinutes(-5) ? "performedAt is before the order was handed out. Tell the oversight unit what happened."
                : null;
            if (why is not null)
                return new ReportItemRefused(number, why);
        }

        return null;
    }

    /// <summary>Stores the reported items and applies them where no later report or proof exists.</summary>
    public async Task<AppliedReport> ApplyAsync(ExecutionReport report, CancellationToken cancellationToken)
    {
        foreach (var chunk in facts.Chunk(Chunk))
        {
            var rows = Array.ConvertAll(chunk, fact => ReportedItem.Of(report, fact.Key, fact.Value));
            context.AddRange(rows);
            await context.SaveChangesAsync(cancellationToken);
            foreach (var row in rows)
                context.Entry(row).State = EntityState.Detached;
        }

        var executed = await CountAsync(report, isExecuted: true, ItemState.Reported, cancellationToken);
        var failed = await CountAsync(report, isExecuted: false, ItemState.Failed, cancellationToken);
        var items = context.ItemsOf(batch).Where(item => item.ReportId == report.Id);
        var datasets = await DeletionStates.ReportAsync(context, items.Where(item => item.State == ItemState.Reported), cancellationToken);
        datasets.AddRange(await DeletionStates.ReopenAsync(context, items.Where(item => item.State == ItemState.Failed), cancellationToken));
        return new(executed + failed, executed, [.. datasets.Distinct()]);
    }

    private Task<int> CountAsync(ExecutionReport report, bool isExecuted, ItemState state, CancellationToken cancellationToken)
    {
        var said = context.ReportedItems.Where(item => item.ReportId == report.Id && item.IsExecuted == isExecuted);
        return context.DeletionItems
            .Where(item => item.BatchId == batch.Id && Answerable.Contains(item.State)
                && said.Any(row => row.Number == item.Number && (item.PerformedAt == null || item.PerformedAt < row.PerformedAt)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(item => item.State, state).SetProperty(item => item.ReportId, report.Id)
                    .SetProperty(item => item.PerformedAt, item => said.Where(row => row.Number == item.Number).Select(row => (DateTimeOffset?)row.PerformedAt).First()),
                cancellationToken);
    }
}
