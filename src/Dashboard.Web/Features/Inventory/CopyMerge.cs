using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory;

/// <summary>
/// Finds the next few copies of certain streams, wherever they lie in the order. As many streams as copies are wanted come into
/// question: those whose next copies come first. Of these each is asked how far the wanted number of its own copies reaches; what is
/// wanted reaches no farther than the nearest of them.
/// </summary>
internal sealed class CopyMerge<TKey>(CopySearch search, CopyStreams streams, CopyPath<TKey> path)
{
    /// <summary>The first of these copies that the streams hold and the search asks for, in the order.</summary>
    public async Task<List<FoundCopy<TKey>>> NextAsync(IQueryable<CopyPoint<TKey>> copies, int take, CancellationToken cancellationToken)
    {
        var points = streams.MixRollups ? search.OfRollups(copies, byDataset: true) : copies;
        var foremost = await ForemostAsync(points, take, cancellationToken);
        var end = await LastAsync(foremost, points, take, cancellationToken);
        var reached = end is { } last
            ? foremost.Of(path.Before(points, last.Key)).Concat(foremost.Of(path.TiesUpTo(points, last)))
            : foremost.Of(points);
        return await Nearest(reached, take).ToListAsync(cancellationToken);
    }

    /// <summary>The first of these copies that any of the streams holds; null when none does.</summary>
    public async Task<Mark<TKey>?> FirstAsync(IQueryable<CopyPoint<TKey>> points, CancellationToken cancellationToken) =>
        await points.AnyAsync(cancellationToken) ? await LastAsync(streams, points, 1, cancellationToken) : null;

    /// <summary>The streams whose first of these copies come first: no others hold what is wanted.</summary>
    private async Task<CopyStreams> ForemostAsync(IQueryable<CopyPoint<TKey>> points, int take, CancellationToken cancellationToken)
    {
        if (streams.Count <= take)
            return streams;
        var ids = await Firsts(points, take).ToArrayAsync(cancellationToken);
        return streams.Through(search.Context.Copies.Where(copy => EF.Parameter(ids).Contains(copy.Id)), ids.Length);
    }

    internal IQueryable<long> Firsts(IQueryable<CopyPoint<TKey>> points, int take) => Those(streams.IdsAt(path.Sorted(points), 0)).Take(take).Select(point => point.Id);

    /// <summary>How far the wanted number of copies reaches in the stream where it reaches least far; null when no stream holds so many.</summary>
    private async Task<Mark<TKey>?> LastAsync(CopyStreams among, IQueryable<CopyPoint<TKey>> points, int take, CancellationToken cancellationToken) =>
        among.Count == 0 ? null
        : (await CopyPath<TKey>.Found(Lasts(among, points, take)).Take(1).ToListAsync(cancellationToken)) is [var last] ? last.Mark : null;

    internal IQueryable<CopyPoint<TKey>> Lasts(CopyStreams among, IQueryable<CopyPoint<TKey>> points, int take) => Those(among.IdsAt(path.Sorted(points), take - 1));

    private IOrderedQueryable<CopyPoint<TKey>> Those(IQueryable<long> ids) => path.Sorted(CopyPath<TKey>.Hidden(
        search.Context.Copies.AsNoTracking().Where(copy => ids.Contains(copy.Id)).Select(path.Order.Point)));

    internal IQueryable<FoundCopy<TKey>> Nearest(IQueryable<CopyPoint<TKey>> points, int take) => CopyPath<TKey>.Found(path.Sorted(CopyPath<TKey>.Hidden(points)).Take(take));
}
