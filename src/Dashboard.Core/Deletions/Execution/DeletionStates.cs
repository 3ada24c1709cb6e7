using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Deletions;

/// <summary>
/// Applies to the copies of a batch the deletion steps that people cause: ordered, taken back, reported. Only an import can verify absence.
/// Runs in the caller's transaction; the caller must recalculate the statuses of the datasets.
/// </summary>
public static class DeletionStates
{
    /// <summary>
    /// Marks copies as pending deletion, so that executors may delete them. Copies that their source does not list are left alone.
    /// </summary>
    /// <returns>The datasets whose copies changed state.</returns>
    public static Task<List<long>> OrderAsync(DashboardContext context, IQueryable<DeletionItem> items, CancellationToken cancellationToken) =>
        MoveAsync(context, items, [CopyState.Present, CopyState.Reappeared], CopyState.DeletionPending, cancellationToken);

    /// <summary>Takes back the order.</summary>
    /// <inheritdoc cref="OrderAsync" path="/returns"/>
    public static Task<List<long>> TakeBackAsync(DashboardContext context, IQueryable<DeletionItem> items, CancellationToken cancellationToken) =>
        MoveAsync(context, items, [CopyState.DeletionPending], CopyState.Present, cancellationToken);

    /// <summary>Marks copies as reported deleted, whether the inventories still list them or not.</summary>
    /// <inheritdoc cref="OrderAsync" path="/returns"/>
    public static Task<List<long>> ReportAsync(DashboardContext context, IQueryable<DeletionItem> items, CancellationToken cancellationToken) =>
        MoveAsync(
            context, items, [CopyState.Present, CopyState.Reappeared, CopyState.DeletionPending, CopyState.Missing], CopyState.DeletionReported,
            cancellationToken);

    /// <summary>For copies that were reported but are listed again: they must be deleted again.</summary>
    /// <inheritdoc cref="OrderAsync" path="/returns"/>
    public static Task<List<long>> ReopenAsync(DashboardContext context, IQueryable<DeletionItem> items, CancellationToken cancellationToken) =>
        MoveAsync(context, items, [CopyState.DeletionReported], CopyState.DeletionPending, cancellationToken);

    /// <summary>For copies that were reported after their order was stopped, but are listed again: they are present as before.</summary>
    /// <inheritdoc cref="OrderAsync" path="/returns"/>
    public static Task<List<long>> RestoreAsync(DashboardContext context, IQueryable<DeletionItem> items, CancellationToken cancellationToken) =>
        MoveAsync(context, items, [CopyState.DeletionReported], CopyState.Present, cancellationToken);

    private static async Task<List<long>> MoveAsync(
        DashboardContext context, IQueryable<DeletionItem> items, CopyState[] from, CopyState to, CancellationToken cancellationToken)
    {
        var ids = items.Select(item => item.CopyId);
        var copies = context.Copies.Where(copy => ids.Contains(copy.Id) && from.Contains(copy.State));
        var datasets = await copies.Select(copy => copy.DatasetId).Distinct().ToListAsync(cancellationToken);
        var groups = await copies.GroupBy(copy => copy.RollupId)
            .Select(group => new RollupSum(group.Key, group.LongCount(), group.Sum(copy => copy.Bytes)))
            .ToListAsync(cancellationToken);
        var left = groups.ConvertAll(group => group.RollupId);
        var rollups = await context.CopyRollups.AsNoTracking().Where(rollup => left.Contains(rollup.Id)).ToListAsync(cancellationToken);
        var targets = rollups.ToDictionary(
            rollup => rollup.Id,
            rollup => new RollupKey(rollup.SourceId, rollup.LocationId, rollup.Role, to, rollup.ClassificationId, rollup.SystemId));
        var known = await RollupSums.IdsOfAsync(context, [.. targets.Values], cancellationToken);
        foreach (var rollupId in left)
        {
            var target = known[targets[rollupId]];
            await copies.Where(copy => copy.RollupId == rollupId).ExecuteUpdateAsync(
                set => set.SetProperty(copy => copy.State, to).SetProperty(copy => copy.RollupId, target), cancellationToken);
        }

        await RollupSums.ApplyAsync(
            context, groups, groups.Select(group => group with { RollupId = known[targets[group.RollupId]] }), cancellationToken);
        await DatasetTotals.RecountAsync(context, datasets, cancellationToken);
        return datasets;
    }
}
