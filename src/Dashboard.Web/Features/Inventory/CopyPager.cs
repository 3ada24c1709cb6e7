using System.Linq.Expressions;
using Dashboard.Core;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory;

/// <summary>
/// Finds the next few copies of a search in an order, at a cost that does not grow with the inventory. Where few match it fetches them
/// all and sorts them (<em>probe</em>); else it goes along the order's index and picks what matches (<em>walk</em>). What matches may lie
/// together far down the order, because a source's ids share a prefix and came by one import: so a walk is bounded, and when it
/// finds too little it asks each rollup for its next copy and goes on from the nearest (<em>leap</em>); or, where an index holds each
/// dataset's copies in the order, merges what the wanted datasets have next (<see cref="DatasetStreams"/>).
/// </summary>
internal sealed class CopyPager<TKey>(CopySearch search, CopyOrder<TKey> order, bool descending)
{
    /// <summary>Up to this many matches are fetched and sorted: a millisecond from a covering index.</summary>
    public const long FewMatches = 8_000;

    private const int LongestWalk = 200_000;

    private readonly bool isByResource = typeof(TKey) == typeof(string);
    private CopySearch search = search;

    /// <summary>Entries that a walk goes along at least before it leaps; a leap costs about as much.</summary>
    public int ShortestWalk { get; init; } = 2_000;

    private DashboardContext Context => search.Context;

    /// <summary>The copies that follow the mark (or the first ones), in the order.</summary>
    public Task<List<FoundCopy<TKey>>> NextAsync(Mark<TKey>? mark, int take, CopyTotals totals, CancellationToken cancellationToken) =>
        totals.Copies == 0 ? Task.FromResult(new List<FoundCopy<TKey>>())
        : search.IsEverything || totals.IsCapped || totals.Copies > FewMatches ? WalkAsync(mark, take, totals.Copies, cancellationToken)
        : ProbeAsync(mark, take, cancellationToken);

    public Task<List<FoundCopy<TKey>>> ProbeAsync(Mark<TKey>? mark, int take, CancellationToken cancellationToken) =>
        Probe(mark, take).ToListAsync(cancellationToken);

    /// <param name="matches">How many copies match altogether, or at least this many.</param>
    public async Task<List<FoundCopy<TKey>>> WalkAsync(Mark<TKey>? mark, int take, long matches, CancellationToken cancellationToken)
    {
        if (!isByResource)
            search = await search.NarrowedAsync(cancellationToken);
        var steps = await StepsAsync(take, matches, cancellationToken);
        var found = new List<FoundCopy<TKey>>(take);
        while (true)
        {
            Mark<TKey>? end = null;
            if (mark is { } at)
                end = await PickAsync(Ties(at), found, take, steps, cancellationToken);
            if (end is null && found.Count < take)
                end = await PickAsync(mark is { } beyond ? Beyond(beyond.Key) : Ordered(Points), found, take, steps, cancellationToken);
            if (end is null || found.Count == take)
                return found;

            mark = search.NamesRollups ? await LeapAsync(end.Value, found, take, cancellationToken) : end;
            if (mark is null)
                return found;
            if (order.OfDatasets is { } merge && search.Streams is { } datasets)
                return [.. found, .. await merge(new(search, datasets, descending), mark, take - found.Count, cancellationToken)];
            steps = Math.Min(4 * steps, LongestWalk);
        }
    }

    internal IQueryable<FoundCopy<TKey>> Probe(Mark<TKey>? mark, int take)
    {
        // The key is hidden from the optimizer: it must look for the matches, and not walk the order in hope of them.
        var hidden = search.Among(Points, byDataset: search.NamesDatasets).Select(point => new CopyPoint<TKey>
        {
            Id = point.Id,
            Key = point.Id == 0 ? default! : point.Key,
            Tie = point.Tie,
            RollupId = point.RollupId,
            DatasetId = point.DatasetId,
            ResourceId = point.ResourceId,
        });
        return Found(Ordered(mark is { } at ? hidden.Where(Compared(at, following: true)) : hidden).Take(take));
    }

    /// <summary>What matches of the next so many entries of the index.</summary>
    internal IQueryable<FoundCopy<TKey>> Picked(IQueryable<CopyPoint<TKey>> entries, int steps, int take) =>
        Found(search.IsEverything ? entries.Take(take) : Ordered(search.Among(entries.Take(steps))).Take(take));

    /// <summary>The entries with the mark's own key that follow it.</summary>
    internal IQueryable<CopyPoint<TKey>> Ties(Mark<TKey> mark) => Ordered(Points.Where(Compared(mark, following: false)));

    /// <summary>The entries with a key beyond this one.</summary>
    internal IQueryable<CopyPoint<TKey>> Beyond(TKey key) => Ordered(Points.Where(BeyondKey(key)));

    /// <summary>For each rollup, the next tie with the mark's own key.</summary>
    internal IQueryable<long?> NextTies(Mark<TKey> mark)
    {
        var ties = Ties(mark);
        return search.Rollups.Select(rollup => ties.Where(point => point.RollupId == rollup.Id).Select(point => (long?)point.Tie).FirstOrDefault());
    }

    private IQueryable<CopyPoint<TKey>> Points => (isByResource ? search.Copies : Context.Copies.AsNoTracking()).Select(order.Point);

    /// <summary>No more than is needed: one column that an index lacks would have it read the rows.</summary>
    private static IQueryable<FoundCopy<TKey>> Found(IQueryable<CopyPoint<TKey>> points) =>
        points.Select(point => new FoundCopy<TKey>(point.Id, point.Key, point.Tie));

    private IOrderedQueryable<CopyPoint<TKey>> Ordered(IQueryable<CopyPoint<TKey>> points) => descending
        ? points.OrderByDescending(point => point.Key).ThenByDescending(point => point.Tie)
        : points.OrderBy(point => point.Key).ThenBy(point => point.Tie);

    /// <summary>Adds what matches among the next entries. Ends with where the walk stopped early, or null when it saw them all.</summary>
    private async Task<Mark<TKey>?> PickAsync(
        IQueryable<CopyPoint<TKey>> entries, List<FoundCopy<TKey>> found, int take, int steps, CancellationToken cancellationToken)
    {
        found.AddRange(await Picked(entries, steps, take - found.Count).ToListAsync(cancellationToken));
        if (found.Count == take || search.IsEverything)
            return null;
        var last = await Found(entries.Skip(steps - 1).Take(1)).ToListAsync(cancellationToken);
        return last is [var end] ? end.Mark : null;
    }

    /// <summary>
    /// A mark right before the next match that follows this one, or null when none does or enough is found. Ties are picked as far as a walk
    /// goes, for they are few most often; what is left of them is asked for by rollup.
    /// </summary>
    private async Task<Mark<TKey>?> LeapAsync(Mark<TKey> end, List<FoundCopy<TKey>> found, int take, CancellationToken cancellationToken)
    {
        var tied = await PickAsync(Ties(end), found, take, ShortestWalk, cancellationToken);
        if (found.Count == take)
            return null;
        if (tied is { } last)
        {
            var ties = (await NextTies(last).ToListAsync(cancellationToken)).OfType<long>().ToArray();
            if (ties.Length > 0)
                return last with { Tie = descending ? ties.Max() + 1 : ties.Min() - 1 };
        }

        var keys = await order.FirstOfEach(search.Rollups, Beyond(end.Key), cancellationToken);
        var comparer = isByResource ? (IComparer<TKey>)StringComparer.Ordinal : Comparer<TKey>.Default;
        return keys.Length == 0 ? null : new((descending ? keys.Max(comparer) : keys.Min(comparer))!, descending ? long.MaxValue : long.MinValue);
    }

    /// <summary>How far to walk: twice what an even spread needs.</summary>
    private async Task<int> StepsAsync(int take, long matches, CancellationToken cancellationToken)
    {
        if (search.IsEverything)
            return take;
        if (order.OfDatasets is not null && search.Streams is not null)
            return ShortestWalk;
        var all = await Context.Copies.MaxAsync(copy => (long?)copy.Id, cancellationToken) ?? 0;
        return (int)Math.Clamp(2 * take * all / matches, ShortestWalk, LongestWalk);
    }

    private Expression<Func<CopyPoint<TKey>, bool>> BeyondKey(TKey key)
    {
        var point = Expression.Parameter(typeof(CopyPoint<TKey>), "point");
        return Expression.Lambda<Func<CopyPoint<TKey>, bool>>(KeyIsBeyond(point, Captured(key)), point);
    }

    /// <summary>Same key and a tie that follows; or, when everything that follows is wanted, a key beyond as well.</summary>
    private Expression<Func<CopyPoint<TKey>, bool>> Compared(Mark<TKey> mark, bool following)
    {
        var point = Expression.Parameter(typeof(CopyPoint<TKey>), "point");
        var key = Captured(mark.Key);
        var tie = Expression.Property(point, nameof(CopyPoint<>.Tie));
        var ties = Expression.AndAlso(
            Expression.Equal(Expression.Property(point, nameof(CopyPoint<>.Key)), key),
            descending ? Expression.LessThan(tie, Captured(mark.Tie)) : Expression.GreaterThan(tie, Captured(mark.Tie)));
        return Expression.Lambda<Func<CopyPoint<TKey>, bool>>(following ? Expression.OrElse(KeyIsBeyond(point, key), ties) : ties, point);
    }

    private BinaryExpression KeyIsBeyond(ParameterExpression point, Expression key)
    {
        Expression left = Expression.Property(point, nameof(CopyPoint<>.Key));
        Expression right = key;
        if (isByResource)
            (left, right) = (Expression.Call(typeof(string), nameof(string.Compare), null, left, key), Expression.Constant(0));
        return descending ? Expression.LessThan(left, right) : Expression.GreaterThan(left, right);
    }

    /// <summary>As a captured variable, so that it becomes a parameter and the query's plan is found again.</summary>
    private static MemberExpression Captured<T>(T value) => Expression.Property(Expression.Constant(new Box<T>(value)), nameof(Box<>.Value));

    private sealed record Box<T>(T Value);
}
