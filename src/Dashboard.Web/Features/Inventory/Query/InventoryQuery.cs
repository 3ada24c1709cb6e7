using Dashboard.Core;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>
/// The copies that a filter asks for: what they add up to, all of them, or the next few in an order. A text that names datasets and
/// also begins resource ids has two sets of matches, each of which is found by itself; any other filter has one.
/// </summary>
internal sealed class InventoryQuery
{
    private InventoryQuery(DashboardContext context, CopySet[] sets) => (Context, Sets) = (context, sets);

    public DashboardContext Context { get; }

    internal CopySet[] Sets { get; }

    /// <summary>The ids of all matches, in no order.</summary>
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
        var begun = new CopySet(context, rollups, null, resources);
        return new(context, datasets.AreNone ? [begun] : [named, begun]);
    }

    public Task<CopyTotals> TotalsAsync(InventoryLookups lookups, CancellationToken cancellationToken) => CopyTotals.OfAsync(Sets, lookups, cancellationToken);

    /// <summary>The copies that follow the mark, or the first ones.</summary>
    public async Task<List<FoundCopy<TKey>>> NextAsync<TKey>(CopyOrder<TKey> order, Mark<TKey>? mark, int take, CancellationToken cancellationToken)
    {
        if (Sets is [var only])
            return await only.NextAsync(order, mark, take, cancellationToken);

        // The next few of both are among the next few of each.
        var ids = new List<long>(2 * take);
        foreach (var set in Sets)
            ids.AddRange((await set.NextAsync(order, mark, take, cancellationToken)).Select(copy => copy.Id));
        return await Sorted(order, ids, take).ToListAsync(cancellationToken);
    }

    internal IQueryable<FoundCopy<TKey>> Sorted<TKey>(CopyOrder<TKey> order, List<long> ids, int take) =>
        order.Sorted(Context.Copies.AsNoTracking().Where(copy => EF.Parameter(ids).Contains(copy.Id)).Select(order.Point))
            .Take(take)
            .Select(point => new FoundCopy<TKey>(point.Id, point.Key, point.Tie));
}
