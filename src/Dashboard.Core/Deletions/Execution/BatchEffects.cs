using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Deletions;

/// <summary>What a decision about a batch does to copies, datasets and work orders, inside the decision's transaction.</summary>
public static class BatchEffects
{
    /// <summary>The cooling-off is over: a work order for each location, and the copies wait for deletion.</summary>
    /// <returns>The datasets whose stage moved.</returns>
    public static async Task<StageMoves> ReleaseAsync(
        DashboardContext context, DeletionBatch batch, Positions positions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var items = context.ItemsOf(batch).ToDelete().Where(item => item.ClosedGates == Gates.None);
        foreach (var location in await items.Select(item => item.LocationId).Distinct().OrderBy(id => id).ToListAsync(cancellationToken))
            context.WorkOrders.Add(WorkOrder.Release(batch, location, now));
        return await DeriveAsync(context, positions, await DeletionStates.OrderAsync(context, items, cancellationToken), now, cancellationToken);
    }

    /// <summary>The order is void: what executors have not done is not to be done. What they have done stays done.</summary>
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

    /// <summary>Copies of these datasets moved: their standings and today's figures anew.</summary>
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
