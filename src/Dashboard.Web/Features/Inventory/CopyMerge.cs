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
    private IQueryable<CopyPoint<TKey>> All => search.CopiesFor(path.IsByResource).Select(path.Order.Point);

    internal IQueryable<CopyPoint<TKey>> Points => streams.MixRollups ? search.OfRollups(All, byDataset: true) : All;

    /// <summary>The copies that follow the mark (or the first ones), in the order.</summary>
    public async Task<List<FoundCopy<TKey>>> NextAsync(Mark<TKey>? mark, int take, CancellationToken cancellationToken)
    {
        var tied = new List<IQueryable<CopyPoint<TKey>>>();
        var beyond = Points;
        if (mark is { } at)
            beyond = path.Beyond(beyond, at.Key);
        if (mark is { } tie && await path.Ties(All, tie).AnyAsync(cancellationToken))
        {
            var ties = path.Ties(Points, tie);
            var having = await ForemostAsync(ties, take, cancellationToken);
            if (await LastAsync(having, ties, take, cancellationToken) is { } enough)
                return await NearestAsync(having.Of(path.TiesUpTo(ties, enough)), take, cancellationToken);
            tied.Add(having.Of(ties));
        }

        var first = await ForemostAsync(beyond, take, cancellationToken);
        IQueryable<CopyPoint<TKey>>[] following = await LastAsync(first, beyond, take, cancellationToken) is { } end
            ? [first.Of(path.Before(beyond, end.Key)), first.Of(path.TiesUpTo(beyond, end))]
            : [first.Of(beyond)];
        return await NearestAsync(tied.Concat(following).Aggregate(Queryable.Concat), take, cancellationToken);
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

    private Task<List<FoundCopy<TKey>>> NearestAsync(IQueryable<CopyPoint<TKey>> points, int take, CancellationToken cancellationToken) =>
        Nearest(points, take).ToListAsync(cancellationToken);
}
