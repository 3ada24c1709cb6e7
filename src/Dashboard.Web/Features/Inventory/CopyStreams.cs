namespace Dashboard.Web.Features.Inventory;

/// <summary>Runs of copies, each of which an index holds in every order. A number stands for each.</summary>
internal abstract class CopyStreams
{
    /// <summary>How many there are at most; null when nobody has counted.</summary>
    public int? Count { get; protected init; }

    /// <summary>May they hold copies of rollups that are not asked for?</summary>
    public virtual bool MixRollups => false;

    /// <summary>The id of each stream's copy at this place among its own; 0 where a stream has fewer.</summary>
    /// <param name="sorted">All copies, in their order.</param>
    /// <param name="place">From 0.</param>
    public abstract IQueryable<long> IdsAt<TKey>(IQueryable<CopyPoint<TKey>> sorted, int place);

    /// <summary>The key of each stream's first copy. A stream may come more than once.</summary>
    /// <param name="sorted">All copies, in their order.</param>
    public abstract IQueryable<StreamHead> Heads<TKey>(IQueryable<CopyPoint<TKey>> sorted);

    /// <summary>Those of these copies that belong to the streams: a cross join, so that SQLite goes through one stream after the other.</summary>
    public abstract IQueryable<CopyPoint<TKey>> Of<TKey>(IQueryable<CopyPoint<TKey>> copies);

    /// <summary>The streams that these of their copies belong to.</summary>
    public abstract IQueryable<long> Through<TKey>(IQueryable<CopyPoint<TKey>> copies);

    /// <summary>Of the streams those of these numbers.</summary>
    public abstract CopyStreams Only(long[] numbers);
}

/// <summary>A stream's first copy: its key, or null where the stream has none.</summary>
internal sealed record StreamHead
{
    public long Number { get; init; }

    public object? Key { get; init; }
}
