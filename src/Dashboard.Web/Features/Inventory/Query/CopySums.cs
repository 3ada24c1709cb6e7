using Dashboard.Core;
using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Marks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>The total of the copies of one classification at one location in one state.</summary>
/// <param name="Rows">The number of rows added up.</param>
internal sealed record PlaceSum(long LocationId, long ClassificationId, CopyState State, long Rows, long Copies, long Bytes);

/// <summary>Adds up the copies of a set.</summary>
internal static class CopySums
{
    /// <summary>
    /// Exact if rollups alone answer the filter, or if it names at most <see cref="ReadLimits.KnownDatasets"/> datasets. Otherwise, counting
    /// stops at <see cref="CopyTotals.Cap"/>.
    /// </summary>
    public static async Task<(List<PlaceSum> Sums, bool AreCapped)> OfAsync(CopySet set, CancellationToken cancellationToken)
    {
        if (set.Resources is not null)
            return UpToCap(await OfCopies(set.Context, set.All.OrderBy(copy => copy.ResourceId).Take(CopyTotals.Cap + 1)).ToListAsync(cancellationToken));
        if (set.Datasets is not { } datasets)
            return (await OfRollups(set.Rollups).ToListAsync(cancellationToken), false);

        var first = await OfDatasetRollups(set.Context, set.DatasetRollupsOf(datasets.First)).ToListAsync(cancellationToken);
        if (datasets.AreFew)
            return (first, false);
        if (first.Sum(sum => sum.Copies) > CopyTotals.Cap)
            return (first, true);
        var shares = set.DatasetRollupsOf(datasets.All).OrderBy(share => share.DatasetId).ThenBy(share => share.RollupId).Take(CopyTotals.Cap + 1);
        return UpToCap(await OfDatasetRollups(set.Context, shares).ToListAsync(cancellationToken));
    }

    /// <summary>The totals of the copies in a set that belong to none of these datasets.</summary>
    public static IQueryable<PlaceSum> Except(CopySet set, NamedDatasets datasets) =>
        OfCopies(set.Context, set.All.Where(copy => !datasets.All.Any(dataset => dataset.Id == copy.DatasetId)));

    internal static IQueryable<PlaceSum> OfRollups(IQueryable<CopyRollup> rollups) => rollups
        .GroupBy(rollup => new { rollup.LocationId, rollup.ClassificationId, rollup.State })
        .Select(same => new PlaceSum(same.Key.LocationId, same.Key.ClassificationId, same.Key.State, same.LongCount(), same.Sum(rollup => rollup.Copies), same.Sum(rollup => rollup.Bytes)));

    internal static IQueryable<PlaceSum> OfDatasetRollups(DashboardContext context, IQueryable<DatasetRollup> shares) =>
        from share in shares
        join rollup in context.CopyRollups on share.RollupId equals rollup.Id
        group share by new { rollup.LocationId, rollup.ClassificationId, rollup.State } into same
        select new PlaceSum(same.Key.LocationId, same.Key.ClassificationId, same.Key.State, same.LongCount(), same.Sum(share => share.Copies), same.Sum(share => share.Bytes));

    internal static IQueryable<PlaceSum> OfCopies(DashboardContext context, IQueryable<SortableCopy<string>> copies)
    {
        // Groups by rollup first, because sorting 10,000 rows by one number is much faster than by three columns of a join.
        var added = copies.Select(copy => new { copy.RollupId, copy.Bytes })
            .GroupBy(copy => copy.RollupId)
            .Select(same => new { RollupId = same.Key, Copies = same.LongCount(), Bytes = same.Sum(copy => copy.Bytes) });
        return
            from sum in added
            join rollup in context.CopyRollups on sum.RollupId equals rollup.Id
            group sum by new { rollup.LocationId, rollup.ClassificationId, rollup.State } into same
            select new PlaceSum(same.Key.LocationId, same.Key.ClassificationId, same.Key.State, same.Sum(sum => sum.Copies), same.Sum(sum => sum.Copies), same.Sum(sum => sum.Bytes));
    }

    private static (List<PlaceSum> Sums, bool AreCapped) UpToCap(List<PlaceSum> sums) => (sums, sums.Sum(sum => sum.Rows) > CopyTotals.Cap);
}
