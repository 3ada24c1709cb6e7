using Dashboard.Core;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>
/// The copies that match a filter: their totals, their IDs, or the next page in a sort order. A text that matches both datasets and
/// resource IDs gives two sets that are queried separately, because a single condition took ten times as long at a million copies.
/// </summary>
internal sealed class InventoryQuery
{
    private InventoryQuery(DashboardContext context, CopySet[] sets) => (Context, Sets) = (context, sets);

    public DashboardContext Context { get; }

    internal CopySet[] Sets { get; }

    /// <summary>The IDs of all matches, unsorted.</summary>
    public IQueryable<long> Ids => Sets.Select(set => set.All.Select(copy => copy.Id)).Aggregate((ids, more) => ids.Union(more));

    public static async Task<InventoryQuery> ResolveAsync(
        DashboardContext context, CopyFilter filter, InventoryLookups lookups, CancellationToken cancellationToken, ReadLimits? readLimits = null)
    {
        var limits = readLimits ?? ReadLimits.Default;
        var rollups = RollupFilter.Matching(context, filter, lookups);
        if (!filter.NamesDatasets)
            return new(context, [new(context, rollups, null, null)]);
        var datasets = await NamedDatasets.ResolveAsync(context, filter, limits, cancellationToken);
        var named = new CopySet(context, rollups, datasets, null);
        var resources = filter is { Text: { } text, Owner: null, Dataset: null, Stages.Length: 0 }
            ? await ResourceRange.ResolveAsync(context, text, limits.SortedCopies, cancellationToken)
            : null;
        if (resources is null)
            return new(context, [named]);
        var byResource = new CopySet(context, rollups, null, resources);
        return new(context, datasets.IsEmpty ? [byResource] : [named, byResource]);
    }

    public Task<CopyTotals> TotalsAsync(InventoryLookups lookups, CancellationToken cancellationToken) => CopyTotals.OfAsync(Sets, lookups, cancellationToken);

    /// <summary>The copies after the cursor, or the first copies without one.</summary>
    public async Task<List<FoundCopy<TKey>>> NextAsync<TKey>(CopyOrder<TKey> order, Cursor<TKey>? cursor, int take, CancellationToken cancellationToken)
    {
        if (Sets is [var only])
            return await only.NextAsync(order, cursor, take, cancellationToken);

        // The next page is among the next pages of the two sets.
        var ids = new List<long>(2 * take);
        foreach (var set in Sets)
            ids.AddRange((await set.NextAsync(order, cursor, take, cancellationToken)).Select(copy => copy.Id));
        return await Sorted(order, ids, take).ToListAsync(cancellationToken);
    }

    internal IQueryable<FoundCopy<TKey>> Sorted<TKey>(CopyOrder<TKey> order, List<long> ids, int take) =>
        order.Sorted(Context.Copies.AsNoTracking().Where(copy => EF.Parameter(ids).Contains(copy.Id)).Select(order.Projection))
            .Take(take)
            .Select(copy => new FoundCopy<TKey>(copy.Id, copy.Key, copy.Tie));
}
