using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Inventory;

/// <summary>The values that all copies of a rollup share.</summary>
public readonly record struct RollupKey(
    long SourceId, long LocationId, CopyRole Role, CopyState State, long ClassificationId, long SystemId);

/// <summary>A number of copies and their bytes, to add to a rollup or subtract from it.</summary>
public sealed record RollupSum(long RollupId, long Copies, long Bytes);

/// <summary>Keeps the rollups equal to a recount of the copies. Code that changes copies subtracts their old sums and adds the new ones.</summary>
public static class RollupSums
{
    /// <summary>The IDs of the rollups with these keys. Creates rollups that do not exist yet.</summary>
    public static async Task<Dictionary<RollupKey, long>> IdsOfAsync(
        DashboardContext context, IReadOnlyCollection<RollupKey> keys, CancellationToken cancellationToken)
    {
        var sources = keys.Select(key => key.SourceId).Distinct().ToArray();
        var ids = await context.CopyRollups.AsNoTracking()
            .Where(rollup => sources.Contains(rollup.SourceId))
            .ToDictionaryAsync(KeyOf, rollup => rollup.Id, cancellationToken);
        var missing = keys.Where(key => !ids.ContainsKey(key)).Distinct().Select(CopyRollup.Empty).ToList();
        context.CopyRollups.AddRange(missing);
        await context.SaveChangesAsync(cancellationToken);
        foreach (var rollup in missing)
        {
            ids[KeyOf(rollup)] = rollup.Id;
            context.Entry(rollup).State = EntityState.Detached;
        }

        return ids;
    }

    /// <summary>Subtracts the first sums and adds the second.</summary>
    public static async Task ApplyAsync(
        DashboardContext context, IEnumerable<RollupSum> before, IEnumerable<RollupSum> after, CancellationToken cancellationToken)
    {
        var changes = after.Concat(before.Select(sum => new RollupSum(sum.RollupId, -sum.Copies, -sum.Bytes)))
            .GroupBy(sum => sum.RollupId)
            .Select(sums => new RollupSum(sums.Key, sums.Sum(sum => sum.Copies), sums.Sum(sum => sum.Bytes)))
            .Where(sum => sum.Copies != 0 || sum.Bytes != 0);
        foreach (var (id, copies, bytes) in changes)
        {
            await context.CopyRollups.Where(rollup => rollup.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(r => r.Copies, r => r.Copies + copies).SetProperty(r => r.Bytes, r => r.Bytes + bytes),
                cancellationToken);
        }
    }

    /// <summary>
    /// Moves the copies of datasets whose classification or system changed to the rollups they belong to now. Runs inside the caller's
    /// transaction.
    /// </summary>
    public static async Task MoveCopiesOfAsync(DashboardContext context, IReadOnlyCollection<long> datasetIds, CancellationToken cancellationToken)
    {
        foreach (var chunk in datasetIds.Chunk(500))
        {
            var misplaced =
                from copy in context.Copies
                join dataset in context.Datasets on copy.DatasetId equals dataset.Id
                join rollup in context.CopyRollups on copy.RollupId equals rollup.Id
                where chunk.Contains(copy.DatasetId)
                    && (rollup.ClassificationId != dataset.ClassificationId || rollup.SystemId != dataset.SystemId)
                select new { copy, dataset, rollup };
            var groups = await misplaced
                .GroupBy(m => new { RollupId = m.rollup.Id, m.dataset.Id, m.dataset.ClassificationId, m.dataset.SystemId })
                .Select(g => new { g.Key, Copies = g.LongCount(), Bytes = g.Sum(m => m.copy.Bytes) })
                .ToListAsync(cancellationToken);
            var oldIds = groups.Select(group => group.Key.RollupId).Distinct().ToArray();
            var old = await context.CopyRollups.AsNoTracking().Where(r => oldIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
            var moves = groups.ConvertAll(group => (Group: group, To: KeyOf(old[group.Key.RollupId]) with
            {
                ClassificationId = group.Key.ClassificationId,
                SystemId = group.Key.SystemId,
            }));
            var ids = await IdsOfAsync(context, [.. moves.Select(move => move.To)], cancellationToken);
            foreach (var (group, to) in moves)
            {
                var (from, target, dataset) = (group.Key.RollupId, ids[to], group.Key.Id);
                await context.Copies.Where(copy => copy.DatasetId == dataset && copy.RollupId == from)
                    .ExecuteUpdateAsync(set => set.SetProperty(copy => copy.RollupId, target), cancellationToken);
            }

            await ApplyAsync(
                context,
                moves.Select(move => new RollupSum(move.Group.Key.RollupId, move.Group.Copies, move.Group.Bytes)),
                moves.Select(move => new RollupSum(ids[move.To], move.Group.Copies, move.Group.Bytes)),
                cancellationToken);
            await DatasetTotals.RecountAsync(context, groups.Select(group => group.Key.Id), cancellationToken);
        }
    }

    private static RollupKey KeyOf(CopyRollup rollup) =>
        new(rollup.SourceId, rollup.LocationId, rollup.Role, rollup.State, rollup.ClassificationId, rollup.SystemId);
}
