using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory;

/// <summary>
/// Finds the next few copies of certain streams, wherever they lie in the order. It asks the streams how far a few of their copies reach,
/// takes the point by which enough streams have enough, and sorts what all of them hold up to there.
/// </summary>
internal sealed class CopyMerge<TKey>(CopySearch search, CopyStreams streams, CopyPath<TKey> path)
{
    /// <summary>Up to this many streams are all asked how far their copies reach; of more those whose next copies come first.</summary>
    private const int FewStreams = 200;

    /// <summary>The first of these copies that the streams hold and the search asks for, in the order.</summary>
    public async Task<List<FoundCopy<TKey>>> NextAsync(IQueryable<CopyPoint<TKey>> copies, int take, CancellationToken cancellationToken)
    {
        var points = streams.MixRollups ? search.OfRollups(copies, byDataset: true) : copies;
        var foremost = await ForemostAsync(points, take, cancellationToken);
        var reached = await ReachAsync(foremost, points, take, cancellationToken) is { } end
            ? foremost.Of(path.Before(points, end.Key)).Concat(foremost.Of(path.TiesUpTo(points, end)))
            : foremost.Of(points);
        return await Nearest(reached, take).ToListAsync(cancellationToken);
    }

    /// <summary>The first of these copies that any of the streams holds; null when none does.</summary>
    public async Task<Mark<TKey>?> FirstAsync(IQueryable<CopyPoint<TKey>> points, CancellationToken cancellationToken) =>
        await points.AnyAsync(cancellationToken) ? await ReachAsync(streams, points, 1, 1, cancellationToken) : null;

    /// <summary>The streams whose first of these copies come first: no others hold what is wanted.</summary>
    private async Task<CopyStreams> ForemostAsync(IQueryable<CopyPoint<TKey>> points, int take, CancellationToken cancellationToken)
    {
        if (streams.Count <= Math.Max(take, FewStreams))
            return streams;
        var ids = await Places(streams, points, 1).Take(take).Select(point => point.Id).ToArrayAsync(cancellationToken);
        return streams.Through(search.Context.Copies.Where(copy => EF.Parameter(ids).Contains(copy.Id)), ids.Length);
    }

    /// <summary>
    /// A copy by which the streams together have the wanted number, and each of them at most as many more; null when each has fewer altogether.
    /// </summary>
    private async Task<Mark<TKey>?> ReachAsync(CopyStreams among, IQueryable<CopyPoint<TKey>> points, int take, CancellationToken cancellationToken)
    {
        if (among.Count == 0)
            return null;

        // Some streams with some copies each: few are gone through, and few come in vain. One with all of them is sure to be found.
        var some = Math.Clamp((int)Math.Sqrt(take), 1, among.Count ?? take);
        return await ReachAsync(among, points, some, (take + some - 1) / some, cancellationToken) ?? await ReachAsync(among, points, 1, take, cancellationToken);
    }

    /// <summary>The copy by which so many streams have each so many; null when there are not so many.</summary>
    private async Task<Mark<TKey>?> ReachAsync(CopyStreams among, IQueryable<CopyPoint<TKey>> points, int some, int copies, CancellationToken cancellationToken) =>
        (await CopyPath<TKey>.Found(Places(among, points, copies)).Skip(some - 1).Take(1).ToListAsync(cancellationToken)) is [var copy] ? copy.Mark : null;

    /// <summary>Of each stream the copy at this place, from 1, in the order.</summary>
    internal IQueryable<CopyPoint<TKey>> Places(CopyStreams among, IQueryable<CopyPoint<TKey>> points, int place)
    {
        var ids = among.IdsAt(path.Sorted(points), place - 1);
        return path.Sorted(CopyPath<TKey>.Hidden(search.Context.Copies.AsNoTracking().Where(copy => ids.Contains(copy.Id)).Select(path.Order.Point)));
    }

    internal IQueryable<FoundCopy<TKey>> Nearest(IQueryable<CopyPoint<TKey>> points, int take) => CopyPath<TKey>.Found(path.Sorted(CopyPath<TKey>.Hidden(points)).Take(take));
}
