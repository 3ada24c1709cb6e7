using Dashboard.Core;
using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Controls.Marks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Boundary;

/// <summary>The copies of one classification at one location in one state, added up from the rollups.</summary>
internal sealed record LocationTotal(long LocationId, long ClassificationId, CopyState State, long Copies, long Bytes)
{
    /// <param name="locationId">Only this location; null for all of them.</param>
    public static IQueryable<LocationTotal> Query(DashboardContext context, long? locationId = null) => context.CopyRollups.AsNoTracking()
        .Where(rollup => rollup.Copies > 0 && (locationId == null || rollup.LocationId == locationId))
        .GroupBy(rollup => new { rollup.LocationId, rollup.ClassificationId, rollup.State })
        .Select(group => new LocationTotal(
            group.Key.LocationId, group.Key.ClassificationId, group.Key.State, group.Sum(rollup => rollup.Copies), group.Sum(rollup => rollup.Bytes)));

    public Position PositionIn(Positions positions) => positions.Of(LocationId, ClassificationId);

    public bool CountsIn(Positions positions) => State.Counts(PositionIn(positions));
}

/// <summary>Copies and bytes that count, by position.</summary>
public readonly record struct Amounts(Split Copies, Split Bytes)
{
    /// <summary>Only what must be inside: the same as the programme's figures of the day.</summary>
    internal static Amounts ThatMustBeInside(IEnumerable<LocationTotal> totals, Positions positions)
    {
        var counted = totals
            .Where(total => positions.MustBeInside(total.ClassificationId) && total.CountsIn(positions))
            .ToLookup(total => total.PositionIn(positions));
        return new(Of(total => total.Copies), Of(total => total.Bytes));

        Split Of(Func<LocationTotal, long> amount) =>
            new(counted[Position.Inside].Sum(amount), counted[Position.Outside].Sum(amount), counted[Position.Unknown].Sum(amount));
    }
}
