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

    /// <summary>How many rollups were added up, where only these were.</summary>
    internal int? Rollups { get; private init; }

    /// <summary>What each of the <see cref="CopySearch.Halves"/> amounts to.</summary>
    internal CopyTotals[] Halves { get; private init; } = [];

    /// <summary>Exact from the rollups, or from what the named datasets have of them; where resources are named, counted up to the cap.</summary>
    internal static async Task<CopyTotals> CountAsync(CopySearch search, InventoryFrame frame, CancellationToken cancellationToken)
    {
        if (search.Halves is not [var named, var begun])
        {
            var (all, areCapped) = await SumsAsync(search, cancellationToken);
            return Of(all, areCapped, frame) with { Rollups = search.NamesDatasets ? null : (int)all.Sum(sum => sum.Rows) };
        }

        var (ofNamed, areNamedCapped) = await SumsAsync(named, cancellationToken);
        var (ofBegun, areBegunCapped) = await SumsAsync(begun, cancellationToken);
        CopyTotals[] halves = [Of(ofNamed, areNamedCapped, frame), Of(ofBegun, areBegunCapped, frame)];
        if (Array.Exists(halves, half => half.IsCapped || half.Copies > Cap))
            return halves.MaxBy(half => half.Copies)! with { Copies = Cap, IsCapped = true, Halves = halves };
        var beside = await ByRollup(search.Context, named.Beside(begun.Matches)).ToListAsync(cancellationToken);
        return Of([.. ofNamed, .. beside], isCapped: false, frame) with { Halves = halves };
    }

    private static CopyTotals Of(List<PlaceSum> sums, bool isCapped, InventoryFrame frame)
    {
        var counted = sums.FindAll(sum => sum.State.Counts(frame.Positions.Of(sum.LocationId, sum.ClassificationId)));
        return new(
            isCapped ? Cap : sums.Sum(sum => sum.Copies), sums.Sum(sum => sum.Bytes),
            counted.Sum(sum => sum.Copies), counted.Sum(sum => sum.Bytes), isCapped,
            [.. counted.Where(sum => sum.Copies > 0).GroupBy(sum => sum.LocationId).Select(here => PlaceOf(here.Key, [.. here], frame)).OrderByDescending(place => place.Bytes)]);
    }

    /// <summary>What the search amounts to, or what was added up until it was more than the cap.</summary>
    private static async Task<(List<PlaceSum> Sums, bool AreCapped)> SumsAsync(CopySearch search, CancellationToken cancellationToken)
    {
        if (!search.NamesDatasets)
            return (await (search.Shelved is { } shelved ? Added(shelved) : Added(search.Rollups)).ToListAsync(cancellationToken), false);
        if (search.Sampled is { } sampled)
        {
            // Where rollups are asked for, the others are gone through anyway.
            var some = await Limited(sampled, search.NamesRollups ? 2 * FewShares : FewShares).ToListAsync(cancellationToken);
            if (some.Sum(sum => sum.Copies) > Cap)
                return (some, true);
        }
        else if (search.NamesOnlyDatasets)
        {
            return (await Shared(search, rows: null).ToListAsync(cancellationToken), false);
        }

        var sums = await Limited(search, Cap + 1).ToListAsync(cancellationToken);
        return (sums, sums.Sum(sum => sum.Rows) > Cap);
    }

    private static IQueryable<PlaceSum> Limited(CopySearch search, int rows) => search.NamesOnlyDatasets ? Shared(search, rows) : Counted(search, rows);

    internal static IQueryable<PlaceSum> Added(IQueryable<ShelfRollup> shelved) => shelved
        .GroupBy(rollup => new { rollup.LocationId, rollup.ClassificationId, rollup.State })
        .Select(same => new PlaceSum(same.Key.LocationId, same.Key.ClassificationId, same.Key.State, same.Sum(rollup => rollup.Rollups), same.Sum(rollup => rollup.Copies), same.Sum(rollup => rollup.Bytes)));

    internal static IQueryable<PlaceSum> Added(IQueryable<CopyRollup> rollups) => rollups
        .GroupBy(rollup => new { rollup.LocationId, rollup.ClassificationId, rollup.State })
        .Select(same => new PlaceSum(same.Key.LocationId, same.Key.ClassificationId, same.Key.State, same.LongCount(), same.Sum(rollup => rollup.Copies), same.Sum(rollup => rollup.Bytes)));

    /// <summary>From the shares that datasets have of rollups, or the first so many of them.</summary>
    internal static IQueryable<PlaceSum> Shared(CopySearch search, int? rows) =>
        from share in rows is { } most ? search.Shares.OrderBy(share => share.DatasetId).ThenBy(share => share.RollupId).Take(most) : search.Shares
        join rollup in search.Context.CopyRollups on share.RollupId equals rollup.Id
        group share by new { rollup.LocationId, rollup.ClassificationId, rollup.State } into same
        select new PlaceSum(same.Key.LocationId, same.Key.ClassificationId, same.Key.State, same.LongCount(), same.Sum(share => share.Copies), same.Sum(share => share.Bytes));

    internal static IQueryable<PlaceSum> Counted(CopySearch search, int rows) =>
        ByRollup(search.Context, search.AsFound(search.Among(search.Context.Copies.AsNoTracking().Select(CopyOrders.Bytes.Point), byDataset: true)).Take(rows));

    private static IQueryable<PlaceSum> ByRollup(DashboardContext context, IQueryable<CopyPoint<long>> copies)
    {
        // By rollup first: sorting one number is far cheaper than sorting three columns of a joined row, ten thousand times.
        var added = copies.Select(copy => new { copy.RollupId, copy.Key })
            .GroupBy(copy => copy.RollupId)
            .Select(same => new { RollupId = same.Key, Copies = same.LongCount(), Bytes = same.Sum(copy => copy.Key) });
        return
            from sum in added
            join rollup in context.CopyRollups on sum.RollupId equals rollup.Id
            group sum by new { rollup.LocationId, rollup.ClassificationId, rollup.State } into same
            select new PlaceSum(same.Key.LocationId, same.Key.ClassificationId, same.Key.State, same.Sum(sum => sum.Copies), same.Sum(sum => sum.Copies), same.Sum(sum => sum.Bytes));
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
