using Dashboard.Core;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory;

/// <summary>The copies of one location that a filter wants and that count in the figures: what is still there.</summary>
public sealed record PlaceTotals(
    long LocationId, string Name, Position Position, double? Latitude, double? Longitude, long Copies, long Bytes);

/// <summary>What a filter amounts to.</summary>
/// <param name="Copies">All of them, those included whose absence is verified.</param>
/// <param name="CountedCopies">Those that count in the figures.</param>
/// <param name="IsCapped">Counting was given up at <see cref="Cap"/>: there are more copies, and more bytes, than this says.</param>
public sealed record CopyTotals(
    long Copies, long Bytes, long CountedCopies, long CountedBytes, bool IsCapped, IReadOnlyList<PlaceTotals> Places)
{
    public const int Cap = 10_000;

    /// <summary>So many shares are added up of the first of many datasets: enough, most often, to tell that there are more copies than the cap.</summary>
    private const int FewShares = 1_500;

    /// <summary>Exact from the rollups, or from what the named datasets have of them; where resources are named, counted up to the cap.</summary>
    internal static async Task<CopyTotals> CountAsync(CopySearch search, InventoryFrame frame, CancellationToken cancellationToken)
    {
        var sums = search.Sampled is { } sampled ? await SumsAsync(sampled, FewShares, cancellationToken) : [];
        var isCapped = sums.Sum(sum => sum.Copies) > Cap;
        if (!isCapped)
        {
            sums = await SumsAsync(search, Cap + 1, cancellationToken);
            isCapped = search.NamesDatasets && sums.Sum(sum => sum.Rows) > Cap;
        }

        var counted = sums.FindAll(sum => sum.State.Counts(frame.Positions.Of(sum.LocationId, sum.ClassificationId)));
        return new(
            isCapped ? Cap : sums.Sum(sum => sum.Copies), sums.Sum(sum => sum.Bytes),
            counted.Sum(sum => sum.Copies), counted.Sum(sum => sum.Bytes), isCapped,
            [.. counted.Where(sum => sum.Copies > 0).GroupBy(sum => sum.LocationId).Select(here => PlaceOf(here.Key, [.. here], frame)).OrderByDescending(place => place.Bytes)]);
    }

    private static Task<List<PlaceSum>> SumsAsync(CopySearch search, int rows, CancellationToken cancellationToken) =>
        (search.NamesOnlyDatasets ? Shared(search, rows) : search.NamesDatasets ? Counted(search) : Added(search.Rollups)).ToListAsync(cancellationToken);

    internal static IQueryable<PlaceSum> Added(IQueryable<CopyRollup> rollups) => rollups
        .GroupBy(rollup => new { rollup.LocationId, rollup.ClassificationId, rollup.State })
        .Select(same => new PlaceSum(same.Key.LocationId, same.Key.ClassificationId, same.Key.State, same.LongCount(), same.Sum(rollup => rollup.Copies), same.Sum(rollup => rollup.Bytes)));

    /// <summary>From the first of the shares that datasets have of rollups.</summary>
    internal static IQueryable<PlaceSum> Shared(CopySearch search, int rows) =>
        from share in search.Shares.OrderBy(share => share.DatasetId).ThenBy(share => share.RollupId).Take(rows)
        join rollup in search.Context.CopyRollups on share.RollupId equals rollup.Id
        group share by new { rollup.LocationId, rollup.ClassificationId, rollup.State } into same
        select new PlaceSum(same.Key.LocationId, same.Key.ClassificationId, same.Key.State, same.LongCount(), same.Sum(share => share.Copies), same.Sum(share => share.Bytes));

    internal static IQueryable<PlaceSum> Counted(CopySearch search)
    {
        var first = search.AsFound(search.Among(search.Context.Copies.AsNoTracking().Select(CopyOrders.Bytes.Point), byDataset: true))
            .Select(point => new { point.RollupId, point.Key })
            .Take(Cap + 1);

        // By rollup first: sorting one number is far cheaper than sorting three columns of a joined row, ten thousand times.
        var added = first.GroupBy(copy => copy.RollupId)
            .Select(same => new { RollupId = same.Key, Copies = same.LongCount(), Bytes = same.Sum(copy => copy.Key) });
        return
            from copies in added
            join rollup in search.Context.CopyRollups on copies.RollupId equals rollup.Id
            group copies by new { rollup.LocationId, rollup.ClassificationId, rollup.State } into same
            select new PlaceSum(same.Key.LocationId, same.Key.ClassificationId, same.Key.State, same.Sum(copies => copies.Copies), same.Sum(copies => copies.Copies), same.Sum(copies => copies.Bytes));
    }

    private static PlaceTotals PlaceOf(long locationId, PlaceSum[] sums, InventoryFrame frame)
    {
        var location = frame.Positions.Locations[locationId];

        // The position of what is there; a place that holds data on both sides shows its own.
        var positions = sums.Select(sum => frame.Positions.Of(locationId, sum.ClassificationId)).Distinct().ToArray();
        return new(
            locationId, location.Name, positions is [var only] ? only : frame.Positions.Of(locationId),
            location.Latitude, location.Longitude, sums.Sum(sum => sum.Copies), sums.Sum(sum => sum.Bytes));
    }
}

/// <summary>Copies of one classification at one location in one state.</summary>
/// <param name="Rows">How many rows were added up.</param>
internal sealed record PlaceSum(long LocationId, long ClassificationId, CopyState State, long Rows, long Copies, long Bytes);
