using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Deletions;

/// <summary>Applies a decision about a batch to copies, datasets and work orders, in the decision's transaction.</summary>
public static class BatchEffects
{
    /// <summary>After the cooling-off: creates a work order for each location and marks the copies as pending deletion.</summary>
    /// <returns>The datasets whose stage moved.</returns>
    public static async Task<StageMoves> ReleaseAsync(
        DashboardContext context, DeletionBatch batch, Positions positions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var items = context.ItemsOf(batch).ToDelete().Where(item => item.ClosedGates == Gates.None);
        foreach (var location in await items.Select(item => item.LocationId).Distinct().OrderBy(id => id).ToListAsync(cancellationToken))
            context.WorkOrders.Add(WorkOrder.Release(batch, location, now));
        return await DeriveAsync(context, positions, await DeletionStates.OrderAsync(context, items, cancellationToken), now, cancellationToken);
    }

    /// <summary>The order is void: executors must not delete the remaining items. Items that they already deleted are not affected.</summary>
    /// <returns>The datasets whose stage moved.</returns>
    public static async Task<StageMoves> TakeBackAsync(
        DashboardContext context, DeletionBatch batch, Positions positions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var items = context.ItemsOf(batch).ToDelete();
        var datasets = await DeletionStates.TakeBackAsync(context, items, cancellationToken);
        await items.Where(item => item.State == ItemState.Ordered)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.State, ItemState.Proposed), cancellationToken);
        batch.Progress(await BatchItems.TallyAsync(context, batch, cancellationToken), now);
        return await DeriveAsync(context, positions, datasets, now, cancellationToken);
    }

    /// <summary>Recalculates the statuses of these datasets and today's figures, after their copies changed state.</summary>
    /// <returns>The datasets whose stage moved.</returns>
    public static async Task<StageMoves> DeriveAsync(
        DashboardContext context, Positions positions, IReadOnlyCollection<long> datasets, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (datasets.Count == 0)
            return new();
        var moves = await DatasetStatuses.RecalculateAsync(context, positions, datasets, null, new Dictionary<long, CopyChanges>(), now, cancellationToken);
        await DailyFigures.WriteTodayAsync(context, positions, now, cancellationToken);
        return moves;
    }
}
