using Dashboard.Core;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>Resource ids that begin alike: from the first text up to, but excluding, the second.</summary>
internal sealed class ResourceRange
{
    private readonly DashboardContext context;

    private ResourceRange(DashboardContext context, string from, string before, bool areFew) => (this.context, From, Before, AreFew) = (context, from, before, areFew);

    public string From { get; }

    public string Before { get; }

    /// <summary>True when all of their copies can be read and sorted.</summary>
    public bool AreFew { get; }

    /// <summary>Null when no resource id begins so.</summary>
    public static async Task<ResourceRange?> ResolveAsync(DashboardContext context, string beginning, CancellationToken cancellationToken)
    {
        var (from, before) = Beginning.Of(beginning);
        var range = new ResourceRange(context, from, before, areFew: false);
        var count = await range.Copies.OrderBy(copy => copy.ResourceId).Take(CopyTotals.Cap + 1).CountAsync(cancellationToken);
        return count == 0 ? null : new(context, from, before, areFew: count <= CopyTotals.Cap);
    }

    private IQueryable<Copy> Copies => context.Copies.Where(copy => string.Compare(copy.ResourceId, From) >= 0 && string.Compare(copy.ResourceId, Before) < 0);

    public void Deconstruct(out string from, out string before) => (from, before) = (From, Before);

    /// <summary>Those of the rollups that have such copies.</summary>
    public IQueryable<CopyRollup> Among(IQueryable<CopyRollup> rollups)
    {
        var copies = Copies;

        // A count: SQLite may turn "any" into a join that begins with the copies.
        return rollups.Where(rollup => copies.Where(copy => copy.RollupId == rollup.Id).Take(1).Count() > 0);
    }
}
