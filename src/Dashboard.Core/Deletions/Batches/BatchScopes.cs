using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Deletions;

/// <summary>Totals the items of a batch.</summary>
internal static class BatchScopes
{
    public static async Task<BatchScope> OfAsync(
        DashboardContext context, DeletionBatch batch, Positions positions, CancellationToken cancellationToken)
    {
        var items = context.ItemsOf(batch).Where(item => ItemStates.Listed.Contains(item.State));
        var sums = await (
            from item in items
            join dataset in context.Datasets on item.DatasetId equals dataset.Id
            group item by new { item.LocationId, item.Role, dataset.ClassificationId } into same
            select new { same.Key, Copies = same.LongCount(), Bytes = same.Sum(item => item.Bytes) }).ToListAsync(cancellationToken);
        var lastBackups = LastBackups(context, batch, items);
        var firstLast = await lastBackups.OrderBy(id => id).Take(BatchScope.MostNamed + 1).ToListAsync(cancellationToken);
        return new(
            await items.Select(item => item.DatasetId).Distinct().LongCountAsync(cancellationToken),
            sums.Where(sum => positions.Of(sum.Key.LocationId, sum.Key.ClassificationId) is Position.Inside).Sum(sum => sum.Copies),
            [.. sums.GroupBy(sum => (sum.Key.LocationId, sum.Key.Role))
                .Select(same => new ScopePlace(same.Key.LocationId, same.Key.Role, same.Sum(sum => sum.Copies), same.Sum(sum => sum.Bytes)))
                .OrderByDescending(place => place.Bytes)],
            [.. sums.GroupBy(sum => sum.Key.ClassificationId)
                .Select(same => new ScopeClassification(same.Key, same.Sum(sum => sum.Copies), same.Sum(sum => sum.Bytes)))
                .OrderByDescending(classification => classification.Bytes)],
            firstLast.Count > BatchScope.MostNamed ? await lastBackups.LongCountAsync(cancellationToken) : firstLast.Count,
            [.. firstLast.Take(BatchScope.MostNamed)])
        {
            Owners = await OwnersOf(context, items).ToListAsync(cancellationToken),
        };
    }

    private static IQueryable<ScopeOwner> OwnersOf(DashboardContext context, IQueryable<DeletionItem> items) => (
        from item in items
        join dataset in context.Datasets on item.DatasetId equals dataset.Id
        group item by new { dataset.SystemId, dataset.Owner } into same
        orderby same.Sum(item => item.Bytes) descending, same.Key.SystemId, same.Key.Owner
        select new ScopeOwner(same.Key.SystemId, same.Key.Owner, same.LongCount(), same.Sum(item => item.Bytes))).Take(BatchScope.MostNamed);

    /// <summary>Datasets that have a backup in the batch and no other backup that a source lists.</summary>
    private static IQueryable<long> LastBackups(DashboardContext context, DeletionBatch batch, IQueryable<DeletionItem> items)
    {
        var remaining = context.Copies.Where(copy => copy.Role == CopyRole.Backup && CopyStates.Listed.Contains(copy.State)
            && !context.DeletionItems.Any(item => item.CopyId == copy.Id && item.BatchId == batch.Id && ItemStates.Listed.Contains(item.State)));
        return items.Where(item => item.Role == CopyRole.Backup && !remaining.Any(copy => copy.DatasetId == item.DatasetId))
            .Select(item => item.DatasetId)
            .Distinct();
    }
}
