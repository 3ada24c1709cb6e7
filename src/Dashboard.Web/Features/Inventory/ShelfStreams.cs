using Dashboard.Core;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory;

/// <summary>The copies of each of these shelves: those of one role and state that one source lists at one location.</summary>
internal sealed class ShelfStreams : CopyStreams
{
    /// <summary>The most shelves that are asked one by one.</summary>
    private const int Most = 2_000;

    private readonly DashboardContext context;
    private readonly IQueryable<CopyRollup> shelves;

    /// <param name="rollups">One of the rollups on each shelf, so that no question need look through all of them.</param>
    private ShelfStreams(DashboardContext context, long[] rollups)
    {
        this.context = context;
        shelves = context.CopyRollups.Where(rollup => EF.Parameter(rollups).Contains(rollup.Id));
        Count = rollups.Length;
    }

    /// <summary>The shelves on which these stand; null when they are too many.</summary>
    public static async Task<ShelfStreams?> OfAsync(DashboardContext context, IQueryable<ShelfRollup> wanted, CancellationToken cancellationToken)
    {
        var ids = await FirstOfEach(wanted).OrderBy(id => id).Take(Most + 1).ToArrayAsync(cancellationToken);
        return ids.Length > Most ? null : new(context, ids);
    }

    /// <summary>One of the rollups on each shelf.</summary>
    internal static IQueryable<long> FirstOfEach(IQueryable<ShelfRollup> wanted) =>
        wanted.GroupBy(rollup => new { rollup.SourceId, rollup.LocationId, rollup.Role, rollup.State }).Select(shelf => shelf.Min(rollup => rollup.RollupId));

    /// <summary>Those rollups that stand on the shelves of these, of which each shelf has one.</summary>
    public static IQueryable<T> OnShelvesOf<T>(IQueryable<T> rollups, IQueryable<CopyRollup> shelves)
        where T : IRollup =>
        from shelf in shelves
        join rollup in rollups
            on new { shelf.SourceId, shelf.LocationId, shelf.Role, shelf.State } equals new { rollup.SourceId, rollup.LocationId, rollup.Role, rollup.State }
        select rollup;

    public override IQueryable<long> IdsAt<TKey>(IQueryable<CopyPoint<TKey>> sorted, int place) => shelves.Select(shelf => sorted
        .Where(copy => copy.SourceId == shelf.SourceId && copy.LocationId == shelf.LocationId && copy.Role == shelf.Role && copy.State == shelf.State)
        .Skip(place).Select(copy => copy.Id).FirstOrDefault());

    public override IQueryable<StreamHead> Heads<TKey>(IQueryable<CopyPoint<TKey>> sorted) => shelves.Select(shelf => new StreamHead
    {
        Number = shelf.Id,
        Key = sorted
            .Where(copy => copy.SourceId == shelf.SourceId && copy.LocationId == shelf.LocationId && copy.Role == shelf.Role && copy.State == shelf.State)
            .Select(copy => (object?)copy.Key).FirstOrDefault(),
    });

    public override IQueryable<CopyPoint<TKey>> Of<TKey>(IQueryable<CopyPoint<TKey>> copies) =>
        from shelf in shelves
        from copy in copies
        where copy.SourceId == shelf.SourceId && copy.LocationId == shelf.LocationId && copy.Role == shelf.Role && copy.State == shelf.State
        select copy;

    public override IQueryable<long> Through<TKey>(IQueryable<CopyPoint<TKey>> copies) =>
        from shelf in shelves
        from copy in copies
        where copy.SourceId == shelf.SourceId && copy.LocationId == shelf.LocationId && copy.Role == shelf.Role && copy.State == shelf.State
        select shelf.Id;

    public override CopyStreams Only(long[] numbers) => new ShelfStreams(context, numbers);
}
