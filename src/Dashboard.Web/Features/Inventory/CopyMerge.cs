using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory;

/// <summary>
/// Finds the next few copies of certain streams, wherever they lie in the order. As many streams as copies are wanted come into
/// question: those whose next copies come first. Unless the database leaves each in time, each is asked how far as many of its copies
/// reach, or one more where keys differ; what is wanted reaches no farther than the nearest of them, so that no stream is read beyond it.
/// </summary>
internal sealed class CopyMerge<TKey>(CopySearch search, CopyStreams streams, CopyPath<TKey> path)
{
    /// <summary>Does the database by itself leave a stream where its copies come too late? Then it need not be told how far to read.</summary>
    public bool LeavesInTime { get; init; }

    /// <summary>The first of these copies that the streams hold and the search asks for, in the order.</summary>
    public async Task<List<FoundCopy<TKey>>> NextAsync(IQueryable<CopyPoint<TKey>> copies, int take, CancellationToken cancellationToken)
    {
        var points = Wanted(copies);
        var foremost = await ForemostAsync(points, take, differ: !path.Order.SharesKeys, cancellationToken);
        if (LeavesInTime)
            return await First(foremost.Of(points), take).ToListAsync(cancellationToken);
        if (path.Order.SharesKeys)
            return await UpToReachAsync(foremost, points, take, cancellationToken);

        // One more than is wanted: before it, keys being different, lies all that is wanted.
        if (await ReachAsync(foremost, points, take + 1, cancellationToken) is not { } end)
            return await Nearest(foremost.Of(points), take).ToListAsync(cancellationToken);
        var found = await Nearest(foremost.Of(path.Before(points, end.Key)), take).ToListAsync(cancellationToken);
        return found.Count == take ? found : await UpToReachAsync(foremost, points, take, cancellationToken);
    }

    /// <summary>Up to the nearest of the copies by which a stream has the wanted number, that copy included: its key may be that of many.</summary>
    private async Task<List<FoundCopy<TKey>>> UpToReachAsync(CopyStreams foremost, IQueryable<CopyPoint<TKey>> points, int take, CancellationToken cancellationToken)
    {
        var reached = await ReachAsync(foremost, points, take, cancellationToken) is { } end
            ? foremost.Of(path.Before(points, end.Key)).Concat(foremost.Of(path.TiesUpTo(points, end)))
            : foremost.Of(points);
        return await Nearest(reached, take).ToListAsync(cancellationToken);
    }

    /// <summary>The same of copies that have one key.</summary>
    /// <param name="areFew">Are these so few that all of them may be read?</param>
    public async Task<List<FoundCopy<TKey>>> NextTiedAsync(IQueryable<CopyPoint<TKey>> ties, int take, bool areFew, CancellationToken cancellationToken)
    {
        var points = Wanted(ties);
        if (areFew)
            return await Nearest(streams.Of(points), take).ToListAsync(cancellationToken);
        var foremost = await ForemostAsync(points, take, differ: false, cancellationToken);
        if (LeavesInTime)
            return await First(foremost.Of(points), take).ToListAsync(cancellationToken);
        var end = await ReachAsync(foremost, points, take, cancellationToken);
        return await Nearest(foremost.Of(end is { } last ? path.TiesUpTo(points, last) : points), take).ToListAsync(cancellationToken);
    }

    /// <summary>The first of these copies that any of the streams holds; null when none does.</summary>
    public async Task<Mark<TKey>?> FirstAsync(IQueryable<CopyPoint<TKey>> points, CancellationToken cancellationToken) =>
        await points.AnyAsync(cancellationToken) ? await ReachAsync(streams, points, 1, cancellationToken) : null;

    private IQueryable<CopyPoint<TKey>> Wanted(IQueryable<CopyPoint<TKey>> copies) => streams.MixRollups ? search.OfRollups(copies, byDataset: true) : copies;

    /// <summary>The streams whose first of these copies come first: no others hold what is wanted.</summary>
    /// <param name="differ">Do most of these copies have keys of their own?</param>
    private async Task<CopyStreams> ForemostAsync(IQueryable<CopyPoint<TKey>> points, int take, bool differ, CancellationToken cancellationToken)
    {
        // So many are gone through in the time that one more question takes.
        if (streams.Count <= 3 * take)
            return streams;
        return streams.Only((differ ? await ForemostByKeyAsync(points, take, cancellationToken) : null)
            ?? await streams.Through(Places(streams, points, 1).Take(take)).ToArrayAsync(cancellationToken));
    }

    /// <summary>By their keys alone, which takes no look at a row; null when too many of the copies have one key.</summary>
    private async Task<long[]?> ForemostByKeyAsync(IQueryable<CopyPoint<TKey>> points, int take, CancellationToken cancellationToken)
    {
        var most = 4 * take;
        var found = await Heads(points, emptyLast: false).Take(most).ToListAsync(cancellationToken);
        if (found is [{ Key: null }, ..])
            found = await Heads(points, emptyLast: true).Take(most).ToListAsync(cancellationToken);

        var heads = found.FindAll(head => head.Key is not null);
        var areAll = heads.Count < most;
        var different = heads.DistinctBy(head => head.Number).ToArray();
        if (different.Length < take)
            return areAll ? Array.ConvertAll(different, head => head.Number) : null;
        var end = different[take - 1].Key;
        return areAll || !Equals(heads[^1].Key, end) ? [.. different.Where((head, at) => at < take || Equals(head.Key, end)).Select(head => head.Number)] : null;
    }

    /// <summary>The streams by the keys of their next copies.</summary>
    /// <param name="emptyLast">Also where null comes first? Then each key is looked for twice.</param>
    internal IQueryable<StreamHead> Heads(IQueryable<CopyPoint<TKey>> points, bool emptyLast)
    {
        var heads = streams.Heads(path.Sorted(points));
        return path.Descending ? heads.OrderByDescending(head => head.Key)
            : emptyLast ? heads.OrderBy(head => head.Key == null).ThenBy(head => head.Key)
            : heads.OrderBy(head => head.Key);
    }

    /// <summary>The nearest of the copies by which a stream has the wanted number; null when none has so many.</summary>
    private async Task<Mark<TKey>?> ReachAsync(CopyStreams among, IQueryable<CopyPoint<TKey>> points, int take, CancellationToken cancellationToken) =>
        among.Count == 0 ? null
        : (await CopyPath<TKey>.Found(Places(among, points, take)).Take(1).ToListAsync(cancellationToken)) is [var copy] ? copy.Mark : null;

    /// <summary>Of each stream the copy at this place, from 1, in the order.</summary>
    internal IQueryable<CopyPoint<TKey>> Places(CopyStreams among, IQueryable<CopyPoint<TKey>> points, int place)
    {
        var ids = among.IdsAt(path.Sorted(points), place - 1);
        return path.Sorted(CopyPath<TKey>.Hidden(search.Context.Copies.AsNoTracking().Where(copy => ids.Contains(copy.Id)).Select(path.Order.Point)));
    }

    /// <summary>The first of these points, which the database finds stream by stream.</summary>
    internal IQueryable<FoundCopy<TKey>> First(IQueryable<CopyPoint<TKey>> points, int take) => CopyPath<TKey>.Found(path.Sorted(points).Take(take));

    /// <summary>The first of these points, all of which the database looks at.</summary>
    internal IQueryable<FoundCopy<TKey>> Nearest(IQueryable<CopyPoint<TKey>> points, int take) => CopyPath<TKey>.Found(path.Sorted(CopyPath<TKey>.Hidden(points)).Take(take));
}
