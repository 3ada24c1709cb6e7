using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Deletions;

/// <summary>What a hold covers, as queries.</summary>
public static class HoldReach
{
    /// <summary>Copies that it covers, wherever they are, except those that are verified absent: they cannot be kept any longer.</summary>
    public static IQueryable<Inventory.Copy> CopiesUnder(this DashboardContext context, HoldScope scope, long scopeId)
    {
        var copies = context.Copies.AsNoTracking().Where(copy => copy.State != Inventory.CopyState.VerifiedAbsent);
        return scope switch
        {
            HoldScope.Dataset => copies.Where(copy => copy.DatasetId == scopeId),
            HoldScope.Location => copies.Where(copy => context.CopyRollups.Any(rollup => rollup.Id == copy.RollupId && rollup.LocationId == scopeId)),
            HoldScope.System => copies.Where(copy => context.CopyRollups.Any(rollup => rollup.Id == copy.RollupId && rollup.SystemId == scopeId)),
            HoldScope.Classification => copies.Where(copy => context.CopyRollups.Any(rollup => rollup.Id == copy.RollupId && rollup.ClassificationId == scopeId)),
            _ => copies.Where(copy => context.Datasets.Any(dataset => dataset.Id == copy.DatasetId && dataset.WaveId == scopeId)),
        };
    }

    /// <summary>Items of open batches that it covers and that could still be deleted.</summary>
    public static IQueryable<DeletionItem> ItemsUnder(this DashboardContext context, HoldScope scope, long scopeId)
    {
        var items = context.DeletionItems.AsNoTracking().Where(item => item.IsClaimed).ToDelete();
        return scope switch
        {
            HoldScope.Dataset => items.Where(item => context.Copies.Any(copy => copy.Id == item.CopyId && copy.DatasetId == scopeId)),
            HoldScope.Location => items.Where(item => context.Copies.Any(copy => copy.Id == item.CopyId && copy.LocationId == scopeId)),
            _ => items.Where(item => context.Copies.Any(copy => copy.Id == item.CopyId && context.Datasets.Any(dataset => dataset.Id == copy.DatasetId
                && ((scope == HoldScope.System && dataset.SystemId == scopeId)
                    || (scope == HoldScope.Classification && dataset.ClassificationId == scopeId)
                    || (scope == HoldScope.Wave && dataset.WaveId == scopeId))))),
        };
    }
}
