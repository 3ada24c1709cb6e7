using Dashboard.Core.Inventory;

namespace Dashboard.Web.Features.Inventory;

/// <summary>Runs of copies, each of which an index holds in every order.</summary>
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

    /// <summary>Those of these copies that belong to the streams.</summary>
    public abstract IQueryable<CopyPoint<TKey>> Of<TKey>(IQueryable<CopyPoint<TKey>> copies);

    /// <summary>The streams that these copies belong to.</summary>
    public abstract CopyStreams Through(IQueryable<Copy> copies, int count);
}
