using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Deletions;

/// <summary>
/// Moves the copies of a batch along the steps of a deletion that people cause: ordered, taken back, reported. Proof only an import
/// brings. Inside the caller's transaction; the datasets' standings are the caller's to derive anew.
/// </summary>
public static class DeletionStates
{
    /// <summary>Executors may delete these. Only copies that their source lists can be ordered deleted; others are left alone.</summary>
    /// <returns>The datasets whose copies moved.</returns>
    public static Task<List<long>> OrderAsync(DashboardContext context, IQueryable<DeletionItem> items, CancellationToken cancellationToken) =>
        MoveAsync(context, items, [CopyState.Present, CopyState.Reappeared], CopyState.DeletionPending, cancellationToken);

    /// <summary>The order does not stand any more.</summary>
    /// <inheritdoc cref="OrderAsync" path="/returns"/>
    public static Task<List<long>> TakeBackAsync(DashboardContext context, IQueryable<DeletionItem> items, CancellationToken cancellationToken) =>
        MoveAsync(context, items, [CopyState.DeletionPending], CopyState.Present, cancellationToken);

    /// <summary>An executor says that they are deleted: of whatever the inventories still list, or lack since.</summary>
    /// <inheritdoc cref="OrderAsync" path="/returns"/>
    public static Task<List<long>> ReportAsync(DashboardContext context, IQueryable<DeletionItem> items, CancellationToken cancellationToken) =>
        MoveAsync(
            context, items, [CopyState.Present, CopyState.Reappeared, CopyState.DeletionPending, CopyState.Missing], CopyState.DeletionReported,
            cancellationToken);

    /// <summary>They were reported, and are listed again: to be done again.</summary>
    /// <inheritdoc cref="OrderAsync" path="/returns"/>
    public static Task<List<long>> ReopenAsync(DashboardContext context, IQueryable<DeletionItem> items, CancellationToken cancellationToken) =>
        MoveAsync(context, items, [CopyState.DeletionReported], CopyState.DeletionPending, cancellationToken);

    /// <summary>They were reported after their order had been stopped, and are listed again: as if nothing had been said.</summary>
    /// <inheritdoc cref="OrderAsync" path="/returns"/>
    public static Task<List<long>> DenyAsync(DashboardContext context, IQueryable<DeletionItem> items, CancellationToken cancellationToken) =>
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
