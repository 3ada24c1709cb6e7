using Dashboard.Core;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

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

/// <summary>The copies of each of these datasets.</summary>
internal sealed class DatasetStreams : CopyStreams
{
    /// <summary>The most datasets that are asked one by one, at a microsecond or two each.</summary>
    public const int Most = 10_000;

    private readonly IQueryable<long> datasets;

    /// <param name="datasets">Their ids; an id may come more than once.</param>
    /// <param name="count">How many there are, when that is known.</param>
    public DatasetStreams(IQueryable<long> datasets, int? count) => (this.datasets, Count) = (datasets, count);

    public override bool MixRollups => true;

    public override IQueryable<long> IdsAt<TKey>(IQueryable<CopyPoint<TKey>> sorted, int place) =>
        datasets.Select(id => sorted.Where(copy => copy.DatasetId == id).Skip(place).Select(copy => copy.Id).FirstOrDefault());

    public override IQueryable<CopyPoint<TKey>> Of<TKey>(IQueryable<CopyPoint<TKey>> copies) => copies.Where(copy => datasets.Contains(copy.DatasetId));

    public override CopyStreams Through(IQueryable<Copy> copies, int count) => new DatasetStreams(copies.Select(copy => copy.DatasetId).Distinct(), count);
}

/// <summary>The copies of each of these rollups.</summary>
internal sealed class RollupStreams : CopyStreams
{
    private readonly IQueryable<long> rollups;

    public RollupStreams(IQueryable<CopyRollup> rollups, int? count) : this(rollups.Select(rollup => rollup.Id), count)
    {
    }

    private RollupStreams(IQueryable<long> rollups, int? count) => (this.rollups, Count) = (rollups, count);

    public override IQueryable<long> IdsAt<TKey>(IQueryable<CopyPoint<TKey>> sorted, int place) =>
        rollups.Select(id => sorted.Where(copy => copy.RollupId == id).Skip(place).Select(copy => copy.Id).FirstOrDefault());

    public override IQueryable<CopyPoint<TKey>> Of<TKey>(IQueryable<CopyPoint<TKey>> copies) => copies.Where(copy => rollups.Contains(copy.RollupId));

    public override CopyStreams Through(IQueryable<Copy> copies, int count) => new RollupStreams(copies.Select(copy => copy.RollupId).Distinct(), count);
}

/// <summary>The copies of each of these shelves: those of one role and state that one source lists at one location.</summary>
internal sealed class ShelfStreams : CopyStreams
{
    /// <summary>The most shelves that are asked one by one.</summary>
    private const int Most = 2_000;

    private readonly IQueryable<Shelf> shelves;

    private ShelfStreams(IQueryable<Shelf> shelves, int count) => (this.shelves, Count) = (shelves, count);

    /// <summary>All shelves that these rollups stand on; null when they are too many.</summary>
    public static async Task<ShelfStreams?> OfAsync(DashboardContext context, IQueryable<CopyRollup> rollups, CancellationToken cancellationToken)
    {
        // One rollup for each shelf, so that further questions need not look through all of them.
        var ids = await FirstOfEach(context, rollups).Take(Most + 1).ToArrayAsync(cancellationToken);
        return ids.Length > Most ? null : new(
            context.CopyRollups.Where(rollup => EF.Parameter(ids).Contains(rollup.Id))
                .Select(rollup => new Shelf { SourceId = rollup.SourceId, LocationId = rollup.LocationId, Role = rollup.Role, State = rollup.State }),
            ids.Length);
    }

    /// <summary>The first of the rollups on each shelf, where it is among these: of rollups that fill their shelves.</summary>
    internal static IQueryable<long> FirstOfEach(DashboardContext context, IQueryable<CopyRollup> rollups)
    {
        // Of all rollups, for their index has them in this order.
        var each = context.CopyRollups.GroupBy(rollup => new { rollup.SourceId, rollup.LocationId, rollup.Role, rollup.State })
            .Select(shelf => shelf.Min(rollup => rollup.Id));
        return rollups.Where(rollup => each.Contains(rollup.Id)).Select(rollup => rollup.Id);
    }

    /// <summary>Those rollups that stand on the shelves of these, of which each shelf has one.</summary>
    public static IQueryable<CopyRollup> OnShelvesOf(IQueryable<CopyRollup> rollups, IQueryable<CopyRollup> shelves) =>
        from shelf in shelves
        join rollup in rollups
            on new { shelf.SourceId, shelf.LocationId, shelf.Role, shelf.State } equals new { rollup.SourceId, rollup.LocationId, rollup.Role, rollup.State }
        select rollup;

    public override IQueryable<long> IdsAt<TKey>(IQueryable<CopyPoint<TKey>> sorted, int place) => shelves.Select(shelf => sorted
        .Where(copy => copy.SourceId == shelf.SourceId && copy.LocationId == shelf.LocationId && copy.Role == shelf.Role && copy.State == shelf.State)
        .Skip(place).Select(copy => copy.Id).FirstOrDefault());

    public override IQueryable<CopyPoint<TKey>> Of<TKey>(IQueryable<CopyPoint<TKey>> copies) =>
        from shelf in shelves
        from copy in copies
        where copy.SourceId == shelf.SourceId && copy.LocationId == shelf.LocationId && copy.Role == shelf.Role && copy.State == shelf.State
        select copy;

    public override CopyStreams Through(IQueryable<Copy> copies, int count) => new ShelfStreams(
        copies.Select(copy => new Shelf { SourceId = copy.SourceId, LocationId = copy.LocationId, Role = copy.Role, State = copy.State }).Distinct(), count);
}

/// <summary>What tells one shelf from another.</summary>
internal sealed record Shelf
{
    public long SourceId { get; init; }

    public long LocationId { get; init; }

    public CopyRole Role { get; init; }

    public CopyState State { get; init; }
}

/// <summary>Where a shelf lies by resource id, beside a range of ids: the id of one of its copies, or 0 where it has none.</summary>
/// <param name="RollupId">One of the rollups that stand on the shelf.</param>
internal sealed record ShelfRange(long RollupId, long Before, long Within, long Beyond)
{
    /// <summary>Of all shelves.</summary>
    public static IQueryable<ShelfRange> Of(DashboardContext context, (string From, string Before) range)
    {
        var (from, before) = range;
        var each = ShelfStreams.FirstOfEach(context, context.CopyRollups);
        var copies = context.Copies.OrderBy(copy => copy.ResourceId);

        // Not "any": that would be a join, which may begin with the copies.
        return context.CopyRollups.Where(shelf => each.Contains(shelf.Id)).Select(shelf => new ShelfRange(
            shelf.Id,
            copies.Where(copy => copy.SourceId == shelf.SourceId && copy.LocationId == shelf.LocationId && copy.Role == shelf.Role && copy.State == shelf.State
                && string.Compare(copy.ResourceId, from) < 0).Select(copy => copy.Id).FirstOrDefault(),
            copies.Where(copy => copy.SourceId == shelf.SourceId && copy.LocationId == shelf.LocationId && copy.Role == shelf.Role && copy.State == shelf.State
                && string.Compare(copy.ResourceId, from) >= 0 && string.Compare(copy.ResourceId, before) < 0).Select(copy => copy.Id).FirstOrDefault(),
            copies.Where(copy => copy.SourceId == shelf.SourceId && copy.LocationId == shelf.LocationId && copy.Role == shelf.Role && copy.State == shelf.State
                && string.Compare(copy.ResourceId, before) >= 0).Select(copy => copy.Id).FirstOrDefault()));
    }
}
