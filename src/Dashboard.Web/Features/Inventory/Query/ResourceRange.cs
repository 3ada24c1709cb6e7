using Dashboard.Core;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>Resource IDs with the same prefix: from <paramref name="From"/> (inclusive) to <paramref name="Before"/> (exclusive).</summary>
/// <param name="AreFew">True when there are few enough copies to read and sort them all.</param>
internal sealed record ResourceRange(DashboardContext Context, string From, string Before, bool AreFew)
{
    private IQueryable<Copy> Copies => Context.Copies.Where(copy => string.Compare(copy.ResourceId, From) >= 0 && string.Compare(copy.ResourceId, Before) < 0);

    /// <summary>Null when no resource ID starts with this prefix.</summary>
    public static async Task<ResourceRange?> ResolveAsync(DashboardContext context, string prefix, int sortable, CancellationToken cancellationToken)
    {
        var (from, before) = Beginning.Of(prefix);
        var range = new ResourceRange(context, from, before, AreFew: false);
        var count = await range.Copies.OrderBy(copy => copy.ResourceId).Take(sortable + 1).CountAsync(cancellationToken);
        return count == 0 ? null : range with { AreFew = count <= sortable };
    }

    /// <summary>
    /// True if the whole range comes after this resource ID, so that no cursor is needed. With one, SQLite would read every copy between the two:
    /// 42 ms. False if a character is not sorted alike by every database.
    /// </summary>
    public bool IsAfter(string resourceId, bool descending) =>
        !string.Concat(resourceId, From, Before).Any(char.IsSurrogate) && (descending ? string.CompareOrdinal(resourceId, Before) >= 0 : string.CompareOrdinal(resourceId, From) < 0);

    /// <summary>The rollups that have copies in this range.</summary>
    public IQueryable<CopyRollup> RollupsWithCopies(IQueryable<CopyRollup> rollups)
    {
        var copies = Copies;

        // Not Any(): SQLite may turn it into a join that starts with the copies.
        return rollups.Where(rollup => copies.Where(copy => copy.RollupId == rollup.Id).Select(copy => copy.Id).FirstOrDefault() > 0);
    }
}
