using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Marks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>The matching copies at one location that count in the figures.</summary>
public sealed record PlaceTotals(
    long LocationId, string Name, Position Position, double? Latitude, double? Longitude, long Copies, long Bytes);

/// <summary>The totals of the copies that match a filter.</summary>
/// <param name="Copies">All matches, including copies that are verified absent.</param>
/// <param name="CountedCopies">Matches that count in the figures.</param>
/// <param name="IsCapped">Counting stopped at <see cref="Cap"/>. There are more copies and bytes than stated.</param>
public sealed record CopyTotals(
    long Copies, long Bytes, long CountedCopies, long CountedBytes, bool IsCapped, IReadOnlyList<PlaceTotals> Places)
{
    public const int Cap = 10_000;

    /// <summary>The totals of one set, or of two that may overlap.</summary>
    internal static async Task<CopyTotals> OfAsync(CopySet[] sets, InventoryLookups lookups, CancellationToken cancellationToken)
    {
        var (sums, areCapped) = await CopySums.OfAsync(sets[0], cancellationToken);
        if (sets is not [{ Datasets: { } datasets }, var other])
            return Of(sums, areCapped, lookups);

        var (others, areOthersCapped) = await CopySums.OfAsync(other, cancellationToken);
        CopyTotals[] both = [Of(sums, areCapped, lookups), Of(others, areOthersCapped, lookups)];
        if (Array.Exists(both, totals => totals.IsCapped || totals.Copies > Cap))
            return both.MaxBy(totals => totals.Copies)! with { Copies = Cap, IsCapped = true };
        return Of([.. sums, .. await CopySums.Except(other, datasets).ToListAsync(cancellationToken)], isCapped: false, lookups);
    }

    private static CopyTotals Of(List<PlaceSum> sums, bool isCapped, InventoryLookups lookups)
    {
        var counted = sums.FindAll(sum => sum.State.Counts(lookups.Positions.Of(sum.LocationId, sum.ClassificationId)));
        return new(
            isCapped ? Cap : sums.Sum(sum => sum.Copies), sums.Sum(sum => sum.Bytes),
            counted.Sum(sum => sum.Copies), counted.Sum(sum => sum.Bytes), isCapped,
            [.. counted.Where(sum => sum.Copies > 0).GroupBy(sum => sum.LocationId).Select(here => PlaceOf(here.Key, [.. here], lookups)).OrderByDescending(place => place.Bytes)]);
    }

    private static PlaceTotals PlaceOf(long locationId, PlaceSum[] sums, InventoryLookups lookups)
    {
        var location = lookups.Positions.Locations[locationId];

        // The position of the matching data. If that differs by classification, the overall position of the location.
        var positions = sums.Select(sum => lookups.Positions.Of(locationId, sum.ClassificationId)).Distinct().ToArray();
        return new(
            locationId, location.Name, positions is [var only] ? only : lookups.Positions.Of(locationId),
            location.Latitude, location.Longitude, sums.Sum(sum => sum.Copies), sums.Sum(sum => sum.Bytes));
    }
}
