using Dashboard.Core;
using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Controls.Marks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Boundary;

/// <summary>The copies and bytes of one classification in one state at one location.</summary>
internal sealed record LocationTotal(long LocationId, long ClassificationId, CopyState State, long Copies, long Bytes)
{
    /// <param name="locationId">If set, only the totals of this location.</param>
    public static IQueryable<LocationTotal> Query(DashboardContext context, long? locationId = null) => context.ShelfRollups.AsNoTracking()
        .Where(shelf => locationId == null || shelf.LocationId == locationId)
        .GroupBy(shelf => new { shelf.LocationId, shelf.ClassificationId, shelf.State })
        .Select(group => new LocationTotal(
            group.Key.LocationId, group.Key.ClassificationId, group.Key.State, group.Sum(shelf => shelf.Copies), group.Sum(shelf => shelf.Bytes)));

    public Position PositionIn(Positions positions) => positions.Of(LocationId, ClassificationId);

    public bool CountsIn(Positions positions) => State.Counts(PositionIn(positions));
}

/// <summary>The copies and bytes that count, by position.</summary>
public readonly record struct Amounts(Split Copies, Split Bytes)
{
    /// <summary>Only data that must be inside, as in the programme's daily figures.</summary>
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
