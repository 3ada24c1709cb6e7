using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Deletions;

/// <summary>
/// Moves copies along the two steps of a deletion that people cause: ordered, then reported. The third, proof, only an import takes.
/// Runs inside the caller's transaction; the datasets' standings are the caller's to derive anew.
/// </summary>
public static class DeletionStates
{
    /// <summary>The copies are in an approved batch. Only copies that their source lists can be ordered deleted; others are left alone.</summary>
    public static Task OrderAsync(DashboardContext context, IReadOnlyCollection<long> copyIds, CancellationToken cancellationToken) =>
        MoveAsync(context, copyIds, [CopyState.Present, CopyState.Reappeared], CopyState.DeletionPending, cancellationToken);

    /// <summary>An executor says that they are deleted. Only ordered deletions can be reported; others are left alone.</summary>
    public static Task ReportAsync(DashboardContext context, IReadOnlyCollection<long> copyIds, CancellationToken cancellationToken) =>
        MoveAsync(context, copyIds, [CopyState.DeletionPending], CopyState.DeletionReported, cancellationToken);

    private static async Task MoveAsync(
        DashboardContext context, IReadOnlyCollection<long> copyIds, CopyState[] from, CopyState to, CancellationToken cancellationToken)
    {
        foreach (var chunk in copyIds.Chunk(1000))
        {
            var groups = await context.Copies
                .Where(copy => chunk.Contains(copy.Id) && from.Contains(copy.State))
                .GroupBy(copy => copy.RollupId)
                .Select(group => new RollupSum(group.Key, group.LongCount(), group.Sum(copy => copy.Bytes)))
                .ToListAsync(cancellationToken);
            var left = groups.ConvertAll(group => group.RollupId);
            var rollups = await context.CopyRollups.AsNoTracking().Where(rollup => left.Contains(rollup.Id)).ToListAsync(cancellationToken);
            var targets = rollups.ToDictionary(
                rollup => rollup.Id,
                rollup => new RollupKey(rollup.SourceId, rollup.LocationId, rollup.Role, to, rollup.ClassificationId, rollup.SystemId));
            var ids = await RollupSums.IdsOfAsync(context, [.. targets.Values], cancellationToken);
            foreach (var rollupId in left)
            {
                var target = ids[targets[rollupId]];
                await context.Copies.Where(copy => chunk.Contains(copy.Id) && copy.RollupId == rollupId).ExecuteUpdateAsync(
                    set => set.SetProperty(copy => copy.State, to).SetProperty(copy => copy.RollupId, target), cancellationToken);
            }

            await RollupSums.ApplyAsync(
                context, groups, groups.Select(group => group with { RollupId = ids[targets[group.RollupId]] }), cancellationToken);
        }
    }
}
