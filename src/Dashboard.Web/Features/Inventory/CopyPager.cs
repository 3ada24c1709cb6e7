using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory;

/// <summary>
/// Finds the next few copies of a search in an order, at a cost that does not grow with the inventory. Where few match it fetches them
/// all and sorts them (<em>probe</em>). What matches everywhere is met along the order's index (<em>walk</em>). But it may lie together
/// far down the order, because a source's ids share a prefix and came by one import: then it is merged from the streams that an index
/// holds in this order (<see cref="CopyMerge{TKey}"/>).
/// </summary>
internal sealed class CopyPager<TKey>(CopySearch search, CopyOrder<TKey> order, bool descending)
{
    private readonly CopyPath<TKey> path = new(order, descending);
    private CopyStreams? streams;

    /// <summary>Up to this many matches are fetched and sorted: a millisecond from a covering index.</summary>
    public long FewMatches { get; init; } = 8_000;

    /// <summary>Up to this many streams are merged in less time than a walk takes that meets nothing.</summary>
    public int FewStreams { get; init; } = 300;

    /// <summary>Entries of the order's index that a walk goes along.</summary>
    public int ShortestWalk { get; init; } = 2_000;

    private IQueryable<CopyPoint<TKey>> Points => search.CopiesFor(path.IsByResource).Select(order.Point);

    /// <summary>The copies that follow the mark (or the first ones), in the order.</summary>
    public async Task<List<FoundCopy<TKey>>> NextAsync(Mark<TKey>? mark, int take, CopyTotals totals, CancellationToken cancellationToken)
    {
        if (totals.Copies == 0)
            return [];
        if (search.WantsAll(path.IsByResource))
            return await AllAsync(mark, take, cancellationToken);
        if (!totals.IsCapped && totals.Copies <= FewMatches)
            return await ProbeAsync(mark, take, cancellationToken);
        streams ??= await search.StreamsAsync(path.IsByResource, cancellationToken);
        if (streams is null)
            return await RoamAsync(mark, take, totals.Copies, cancellationToken);
        var isWalked = !(streams.Count <= FewStreams) && (totals.IsCapped || await search.EvenStepsAsync(take, totals.Copies, cancellationToken) <= ShortestWalk);
        return (isWalked ? await WalkAsync(mark, take, cancellationToken) : null) ?? await MergeAsync(mark, take, streams, cancellationToken);
    }

    public Task<List<FoundCopy<TKey>>> ProbeAsync(Mark<TKey>? mark, int take, CancellationToken cancellationToken) =>
        Probe(mark, take).ToListAsync(cancellationToken);

    /// <summary>Null when it did not meet the wanted number.</summary>
    private async Task<List<FoundCopy<TKey>>?> WalkAsync(Mark<TKey>? mark, int take, CancellationToken cancellationToken)
    {
        var isTied = mark is { } at && await path.Ties(Points, at).AnyAsync(cancellationToken);
        var found = await Walked(mark, take, isTied).ToListAsync(cancellationToken);
        return found.Count == take ? found : null;
    }

    public Task<List<FoundCopy<TKey>>> MergeAsync(Mark<TKey>? mark, int take, CopyStreams streams, CancellationToken cancellationToken) =>
        new CopyMerge<TKey>(search, streams, path).NextAsync(mark, take, cancellationToken);

    public Task<List<FoundCopy<TKey>>> RoamAsync(Mark<TKey>? mark, int take, long matches, CancellationToken cancellationToken) =>
        new CopyRoam<TKey>(search, path) { ShortestWalk = ShortestWalk }.NextAsync(mark, take, matches, cancellationToken);

    internal IQueryable<FoundCopy<TKey>> Probe(Mark<TKey>? mark, int take)
    {
        var hidden = CopyPath<TKey>.Hidden(search.Among(search.CopiesFor(byResource: true).Select(order.Point), byDataset: search.NamesDatasets));
        return CopyPath<TKey>.Found(path.Sorted(mark is { } at ? path.Following(hidden, at) : hidden).Take(take));
    }

    /// <param name="isTied">Do copies follow with the mark's own key? Then it walks along these.</param>
    internal IQueryable<FoundCopy<TKey>> Walked(Mark<TKey>? mark, int take, bool isTied) =>
        path.Picked(search, mark is not { } at ? Points : isTied ? path.Ties(Points, at) : path.Beyond(Points, at.Key), ShortestWalk, take);

    private async Task<List<FoundCopy<TKey>>> AllAsync(Mark<TKey>? mark, int take, CancellationToken cancellationToken)
    {
        var found = mark is { } tie ? await NextOfAsync(path.Ties(Points, tie), take, cancellationToken) : [];
        if (found.Count < take)
            found.AddRange(await NextOfAsync(mark is { } at ? path.Beyond(Points, at.Key) : Points, take - found.Count, cancellationToken));
        return found;
    }

    private Task<List<FoundCopy<TKey>>> NextOfAsync(IQueryable<CopyPoint<TKey>> entries, int take, CancellationToken cancellationToken) =>
        CopyPath<TKey>.Found(path.Sorted(entries).Take(take)).ToListAsync(cancellationToken);
}
