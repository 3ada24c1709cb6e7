using Dashboard.Core;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory;

/// <summary>Where a shelf lies by resource id, beside a range of ids: the id of one of its copies, or 0 where it has none.</summary>
/// <param name="RollupId">One of the rollups that stand on the shelf.</param>
internal sealed record ShelfRange(long RollupId, long Before, long Within, long Beyond)
{
    /// <summary>Of all shelves.</summary>
    public static IQueryable<ShelfRange> Of(DashboardContext context, (string From, string Before) range)
    {
        var (from, before) = range;
        var each = ShelfStreams.FirstOfEach(context.ShelfRollups);
        var copies = context.Copies.OrderBy(copy => copy.ResourceId);

        // Not "any": that would be a join, which may begin with the copies.
        return context.CopyRollups.Where(shelf => each.Contains(shelf.Id)).Select(shelf => new ShelfRange(
            shelf.Id,
            copies.Where(copy => copy.SourceId == shelf.SourceId && copy.LocationId == shelf.LocationId && copy.Role == shelf.Role && copy.State == shelf.State
                && string.Compare(copy.ResourceId, from) < 0).Select(copy => copy.Id).FirstOrDefault(),
            copies.Where(copy => copy.SourceId == shelf.SourceId && copy.LocationId == shelf.LocationId && copy.Role == shelf.Role && copy.State == shelf.State
                && string.Compare(copy.ResourceId, from) >= 0 && string.Compare(copy.ResourceId, before) < 0).Select(copy => copy.Id).FirstOrDefault(),
            copies.Where(copy => copy.SourceId == shelf.SourceId && copy.LocationId == shelf.LocationId && copy.Role == shelf.Role && copy.State == shelf.State
                && string.Compare(copy.ResourceId, before) >= 0).Select(copy => copy.Id).FirstOrDefault()));
    }
}
