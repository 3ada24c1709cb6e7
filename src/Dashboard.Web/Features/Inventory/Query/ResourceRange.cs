using Dashboard.Core;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>Resource ids that begin alike: from the first text up to, but excluding, the second.</summary>
/// <param name="AreFew">True when all of their copies can be read and sorted.</param>
internal sealed record ResourceRange(DashboardContext Context, string From, string Before, bool AreFew)
{
    private IQueryable<Copy> Copies => Context.Copies.Where(copy => string.Compare(copy.ResourceId, From) >= 0 && string.Compare(copy.ResourceId, Before) < 0);

    /// <summary>Null when no resource id begins so.</summary>
    public static async Task<ResourceRange?> ResolveAsync(DashboardContext context, string beginning, int sortable, CancellationToken cancellationToken)
    {
        var (from, before) = Beginning.Of(beginning);
        var range = new ResourceRange(context, from, before, AreFew: false);
        var count = await range.Copies.OrderBy(copy => copy.ResourceId).Take(sortable + 1).CountAsync(cancellationToken);
        return count == 0 ? null : range with { AreFew = count <= sortable };
    }

    /// <summary>Those of the rollups that have such copies.</summary>
    public IQueryable<CopyRollup> Among(IQueryable<CopyRollup> rollups)
    {
        var copies = Copies;

        // The first id: SQLite may turn "any" into a join that begins with the copies.
        return rollups.Where(rollup => copies.Where(copy => copy.RollupId == rollup.Id).Select(copy => copy.Id).FirstOrDefault() > 0);
    }
}
