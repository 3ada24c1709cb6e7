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
    private CopyPager<TKey>[]? halves;

    /// <summary>Up to this many matches are fetched and sorted: a millisecond from a covering index.</summary>
    public long FewMatches { get; init; } = 8_000;

    /// <summary>Up to this many streams are merged in less time than a walk takes that meets nothing.</summary>
    public int FewStreams { get; init; } = 300;

    /// <summary>Entries of the order's index that a walk goes along, at least and at most: by resource id fewer, for that index tells nothing else.</summary>
    public (int Least, int Most) Walk { get; init; } = typeof(TKey) == typeof(string) ? (500, 2_000) : (2_000, 6_000);

    /// <summary>At the front of an order: datasets that are gone through; and datasets that are merged, first as many as do where ids begin alike, then as many as one merge takes at ease.</summary>
    public (int Near, IReadOnlyList<int> Counts) Front { get; init; } = (250, [16, 128]);

    /// <summary>SQLite leaves a stream as soon as its next copy comes later than those it has found. What SQL Server does is for its optimizer to say.</summary>
    public bool LeavesInTime { get; init; } = search.Context.Database.IsSqlite();

    private IQueryable<CopyPoint<TKey>> Points => search.CopiesFor(path.IsByResource).Select(order.Point);

    /// <summary>The copies that follow the mark (or the first ones), in the order.</summary>
    public async Task<List<FoundCopy<TKey>>> NextAsync(Mark<TKey>? mark, int take, CopyTotals totals, CancellationToken cancellationToken)
    {
        if (totals.Copies == 0)
            return [];
        if (search.Halves.Length > 0)
            return await EitherAsync(mark, take, totals, cancellationToken);
        var wantsAll = search.WantsAll(path.IsByResource);
        if (!wantsAll && !totals.IsCapped && totals.Copies <= FewMatches)
            return await Probe(mark, take).ToListAsync(cancellationToken);
        streams ??= wantsAll ? null : await search.StreamsAsync(path.IsByResource, MostWalksMeetNothing ? totals.Rollups : null, cancellationToken);
        if (mark is null && !wantsAll && !HasFewStreams)
        {
            var front = new CopyFront<TKey>(search, path) { Near = Front.Near, Counts = Front.Counts, LeavesInTime = LeavesInTime };
            if (await front.FirstAsync(take, cancellationToken) is { } first)
                return first;
        }

        if (streams is null && !wantsAll)
            return await new CopyRoam<TKey>(search, path) { ShortestWalk = Walk.Least }.NextAsync(mark, take, totals.Copies, cancellationToken);

        var found = new List<FoundCopy<TKey>>(take);
        if (mark is { } at)
            found.AddRange(await TiedAsync(path.Ties(Points, at), take, cancellationToken));
        if (found.Count < take)
            found.AddRange(await BeyondAsync(mark is { } last ? path.Beyond(Points, last.Key) : Points, take - found.Count, totals, cancellationToken));
        return found;
    }

    /// <summary>Each half's next copies: among them are those of both.</summary>
    private async Task<List<FoundCopy<TKey>>> EitherAsync(Mark<TKey>? mark, int take, CopyTotals totals, CancellationToken cancellationToken)
    {
        halves ??= Array.ConvertAll(search.Halves, half => new CopyPager<TKey>(half, order, descending) { FewMatches = FewMatches, FewStreams = FewStreams, Walk = Walk, Front = Front, LeavesInTime = LeavesInTime });
        var ids = new List<long>(2 * take);
        foreach (var (half, amount) in halves.Zip(totals.Halves))
            ids.AddRange((await half.NextAsync(mark, take, amount, cancellationToken)).Select(copy => copy.Id));
        var found = search.Context.Copies.AsNoTracking().Where(copy => EF.Parameter(ids).Contains(copy.Id)).Select(order.Point);
        return await CopyPath<TKey>.Found(path.Sorted(CopyPath<TKey>.Hidden(found)).Take(take)).ToListAsync(cancellationToken);
    }

    internal IQueryable<FoundCopy<TKey>> Probe(Mark<TKey>? mark, int take)
    {
        var matches = search.Among(search.CopiesFor(byResource: true).Select(order.Point), byDataset: search.NamesDatasets);
        return CopyPath<TKey>.Found(path.Sorted(mark is { } at ? path.Following(matches, at) : matches).Take(take));
    }

    /// <summary>Of copies with one key, which are few most often.</summary>
    private async Task<List<FoundCopy<TKey>>> TiedAsync(IQueryable<CopyPoint<TKey>> ties, int take, CancellationToken cancellationToken)
    {
        var count = await path.Sorted(ties).Take(Walk.Least + 1).CountAsync(cancellationToken);
        if (count == 0)
            return [];
        if (streams is not null && HasFewStreams)
            return await Merge(streams).NextTiedAsync(ties, take, areFew: count <= Walk.Least, cancellationToken);
        var found = await WalkAsync(ties, take, Walk.Least, cancellationToken);
        return streams is null || found.Count == take || count <= Walk.Least ? found : await Merge(streams).NextTiedAsync(ties, take, areFew: false, cancellationToken);
    }

    private async Task<List<FoundCopy<TKey>>> BeyondAsync(IQueryable<CopyPoint<TKey>> entries, int take, CopyTotals totals, CancellationToken cancellationToken)
    {
        if (streams is null)
            return await WalkAsync(entries, take, Walk.Least, cancellationToken);
        var steps = HasFewStreams ? long.MaxValue : totals.IsCapped ? Walk.Least : await search.EvenStepsAsync(take, totals.Copies, cancellationToken);
        var found = steps > Walk.Most ? [] : await WalkAsync(entries, take, Math.Max((int)steps, Walk.Least), cancellationToken);
        return found.Count == take ? found : await Merge(streams).NextAsync(entries, take, cancellationToken);
    }

    /// <summary>By resource id and by age what a filter wants lies together, sizes are mixed.</summary>
    private bool MostWalksMeetNothing => path.IsByResource || order.SharesKeys;

    private bool HasFewStreams => streams?.Count <= FewStreams;

    private Task<List<FoundCopy<TKey>>> WalkAsync(IQueryable<CopyPoint<TKey>> entries, int take, int steps, CancellationToken cancellationToken) =>
        (search.WantsAll(path.IsByResource) ? CopyPath<TKey>.Found(path.Sorted(entries).Take(take)) : path.Picked(search, entries, steps, take)).ToListAsync(cancellationToken);

    private CopyMerge<TKey> Merge(CopyStreams among) => new(search, among, path) { LeavesInTime = LeavesInTime };
}
