using Dashboard.Core;
using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Controls.Marks;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Boundary;

/// <summary>What a location holds of one classification in one state: what stands on its shelves, added up.</summary>
internal sealed record Holding(long LocationId, long ClassificationId, CopyState State, long Copies, long Bytes)
{
    /// <param name="locationId">Only what this location holds.</param>
    public static IQueryable<Holding> Query(DashboardContext context, long? locationId = null) => context.ShelfRollups.AsNoTracking()
        .Where(shelf => locationId == null || shelf.LocationId == locationId)
        .GroupBy(shelf => new { shelf.LocationId, shelf.ClassificationId, shelf.State })
        .Select(group => new Holding(
            group.Key.LocationId, group.Key.ClassificationId, group.Key.State, group.Sum(shelf => shelf.Copies), group.Sum(shelf => shelf.Bytes)));

    public Position PositionIn(Positions positions) => positions.Of(LocationId, ClassificationId);

    public bool CountsIn(Positions positions) => State.Counts(PositionIn(positions));
}

/// <summary>Copies and bytes that count, by position.</summary>
public readonly record struct Amounts(Split Copies, Split Bytes)
{
    /// <summary>Only what must be inside: the same as the programme's figures of the day.</summary>
    internal static Amounts ThatMustBeInside(IEnumerable<Holding> holdings, Positions positions)
    {
        var counted = holdings
            .Where(holding => positions.MustBeInside(holding.ClassificationId) && holding.CountsIn(positions))
            .ToLookup(holding => holding.PositionIn(positions));
        return new(Of(holding => holding.Copies), Of(holding => holding.Bytes));

        Split Of(Func<Holding, long> amount) =>
            new(counted[Position.Inside].Sum(amount), counted[Position.Outside].Sum(amount), counted[Position.Unknown].Sum(amount));
    }
}
