using System.Linq.Expressions;

namespace Dashboard.Web.Features.Inventory;

/// <summary>An order in one of its two directions.</summary>
internal sealed class CopyPath<TKey>(CopyOrder<TKey> order, bool descending)
{
    public bool IsByResource { get; } = typeof(TKey) == typeof(string);

    public CopyOrder<TKey> Order => order;

    public bool Descending => descending;

    public IOrderedQueryable<CopyPoint<TKey>> Sorted(IQueryable<CopyPoint<TKey>> points) => descending
        ? points.OrderByDescending(point => point.Key).ThenByDescending(point => point.Tie)
        : points.OrderBy(point => point.Key).ThenBy(point => point.Tie);

    /// <summary>The points that follow the mark.</summary>
    public IQueryable<CopyPoint<TKey>> Following(IQueryable<CopyPoint<TKey>> points, Mark<TKey> mark) =>
        points.Where(Conditions.Either(IsBeyond(mark.Key), Conditions.Both(HasKey(mark.Key), TieIsBeyond(mark.Tie))));

    /// <summary>The points with the mark's own key that follow it.</summary>
    public IQueryable<CopyPoint<TKey>> Ties(IQueryable<CopyPoint<TKey>> points, Mark<TKey> mark) =>
        points.Where(Conditions.Both(HasKey(mark.Key), TieIsBeyond(mark.Tie)));

    /// <summary>The points with the mark's own key, up to the mark.</summary>
    public IQueryable<CopyPoint<TKey>> TiesUpTo(IQueryable<CopyPoint<TKey>> points, Mark<TKey> mark) =>
        points.Where(Conditions.Both(HasKey(mark.Key), TieIsUpTo(mark.Tie)));

    /// <summary>The points with a key beyond this one.</summary>
    public IQueryable<CopyPoint<TKey>> Beyond(IQueryable<CopyPoint<TKey>> points, TKey key) => points.Where(IsBeyond(key));

    /// <summary>The points with a key before this one.</summary>
    public IQueryable<CopyPoint<TKey>> Before(IQueryable<CopyPoint<TKey>> points, TKey key) => points.Where(Is(descending, key));

    /// <summary>What the search wants of the next so many entries of the order's index.</summary>
    public IQueryable<FoundCopy<TKey>> Picked(CopySearch search, IQueryable<CopyPoint<TKey>> entries, int steps, int take) =>
        Found(Sorted(search.Among(Sorted(entries).Take(steps))).Take(take));

    /// <summary>The same points, their key hidden from the optimizer: it must look for what is asked, and not walk the order in hope of it.</summary>
    public static IQueryable<CopyPoint<TKey>> Hidden(IQueryable<CopyPoint<TKey>> points) => points.Select(point => new CopyPoint<TKey>
    {
        Id = point.Id,
        Key = point.Id == 0 ? default! : point.Key,
        Tie = point.Tie,
        RollupId = point.RollupId,
        DatasetId = point.DatasetId,
        ResourceId = point.ResourceId,
        SourceId = point.SourceId,
        LocationId = point.LocationId,
        Role = point.Role,
        State = point.State,
    });

    /// <summary>No more than is needed: one column that an index lacks would have it read the rows.</summary>
    public static IQueryable<FoundCopy<TKey>> Found(IQueryable<CopyPoint<TKey>> points) =>
        points.Select(point => new FoundCopy<TKey>(point.Id, point.Key, point.Tie));

    private Expression<Func<CopyPoint<TKey>, bool>> IsBeyond(TKey key) => Is(!descending, key);

    private Expression<Func<CopyPoint<TKey>, bool>> TieIsBeyond(long tie) => descending ? point => point.Tie < tie : point => point.Tie > tie;

    private Expression<Func<CopyPoint<TKey>, bool>> TieIsUpTo(long tie) => descending ? point => point.Tie >= tie : point => point.Tie <= tie;

    private static Expression<Func<CopyPoint<TKey>, bool>> HasKey(TKey key)
    {
        var point = Expression.Parameter(typeof(CopyPoint<TKey>), "point");
        return Expression.Lambda<Func<CopyPoint<TKey>, bool>>(Expression.Equal(Expression.Property(point, nameof(CopyPoint<>.Key)), Captured(key)), point);
    }

    private Expression<Func<CopyPoint<TKey>, bool>> Is(bool greater, TKey key)
    {
        var point = Expression.Parameter(typeof(CopyPoint<TKey>), "point");
        Expression left = Expression.Property(point, nameof(CopyPoint<>.Key));
        Expression right = Captured(key);
        if (IsByResource)
            (left, right) = (Expression.Call(typeof(string), nameof(string.Compare), null, left, right), Expression.Constant(0));
        return Expression.Lambda<Func<CopyPoint<TKey>, bool>>(greater ? Expression.GreaterThan(left, right) : Expression.LessThan(left, right), point);
    }

    /// <summary>As a captured variable, so that it becomes a parameter and the query's plan is found again.</summary>
    private static MemberExpression Captured(TKey value) => Expression.Property(Expression.Constant(new Box(value)), nameof(Box.Value));

    private sealed record Box(TKey Value);
}
