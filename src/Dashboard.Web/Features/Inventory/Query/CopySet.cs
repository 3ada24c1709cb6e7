using Dashboard.Core;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>Copies of certain rollups, narrowed to certain datasets or to resource ids that begin alike.</summary>
/// <param name="rollups">Null for all of them.</param>
/// <param name="datasets">Null for all of them.</param>
/// <param name="resources">Null for all of them.</param>
internal sealed class CopySet(DashboardContext context, IQueryable<CopyRollup>? rollups, NamedDatasets? datasets, ResourceRange? resources)
{
    public DashboardContext Context => context;

    public NamedDatasets? Datasets => datasets;

    public ResourceRange? Resources => resources;

    /// <summary>The rollups that its copies belong to.</summary>
    public IQueryable<CopyRollup> Rollups => rollups ?? context.CopyRollups.AsNoTracking();

    /// <summary>What datasets have of its rollups. The sum keeps SQLite from seeking each pair of a dataset and a rollup.</summary>
    private IQueryable<DatasetRollup> Shares
    {
        get
        {
            var shares = context.DatasetRollups.AsNoTracking();
            if (rollups is null)
                return shares;
            var wanted = rollups.Select(rollup => rollup.Id);
            return shares.Where(share => wanted.Contains(share.RollupId + 0));
        }
    }

    /// <summary>All matches, in no order.</summary>
    public IQueryable<CopyPoint<string>> All => Matches(context.Copies.AsNoTracking().Select(CopyOrders.Resource.Point), null);

    /// <summary>What these datasets have of its rollups.</summary>
    public IQueryable<DatasetRollup> SharesOf(IQueryable<Dataset> some)
    {
        var ids = some.Select(dataset => dataset.Id);
        return Shares.Where(share => ids.Contains(share.DatasetId));
    }

    /// <summary>The copies that follow the mark, or the first ones.</summary>
    public async Task<List<FoundCopy<TKey>>> NextAsync<TKey>(CopyOrder<TKey> order, Mark<TKey>? mark, int take, CancellationToken cancellationToken)
    {
        var points = context.Copies.AsNoTracking().Select(order.Point);
        if (mark is not { } last)
            return await First(order, points, take).ToListAsync(cancellationToken);

        // Two conditions that an index serves: one for both would read every copy with the mark's key, and one import may have brought millions.
        var ties = order.Ties(points, last);
        var found = await ties.AnyAsync(cancellationToken) ? await First(order, ties, take).ToListAsync(cancellationToken) : [];
        if (found.Count < take)
            found.AddRange(await First(order, order.Beyond(points, last), take - found.Count).ToListAsync(cancellationToken));
        return found;
    }

    /// <summary>The first of these points that match. SQLite reads group after group, and leaves each when its next copy comes too late; SQL Server must be told how many to read.</summary>
    internal IQueryable<FoundCopy<TKey>> First<TKey>(CopyOrder<TKey> order, IQueryable<CopyPoint<TKey>> points, int take)
    {
        var matches = Matches(points, context.Database.IsSqlite() ? null : (order, take));
        return order.Sorted(matches).Take(take).Select(point => new FoundCopy<TKey>(point.Id, point.Key, point.Tie));
    }

    /// <param name="first">Where given, only so many of each rollup or dataset, in this order.</param>
    private IQueryable<CopyPoint<TKey>> Matches<TKey>(IQueryable<CopyPoint<TKey>> points, (CopyOrder<TKey> Order, int Take)? first)
    {
        if (datasets is { AreMany: false } few)
            return OfDatasets(Having(few.All), InRollups(points), first);
        if (datasets is { } many)
        {
            // Not "any": SQLite may turn it into a join that begins with the datasets.
            points = points.Where(point => many.All.Where(dataset => dataset.Id == point.DatasetId).Select(dataset => dataset.Id).FirstOrDefault() > 0);
        }

        if (resources is not var (_, from, before, areFew))
            return rollups is null ? points : OfRollups(rollups, points, first);

        var inRange = points.Where(point => string.Compare(point.ResourceId, from) >= 0 && string.Compare(point.ResourceId, before) < 0);

        // In this order first, so that SQLite does not look for them along an index of the other order.
        if (areFew)
            return InRollups(inRange.OrderBy(point => point.ResourceId).Take(int.MaxValue));
        if (typeof(TKey) == typeof(string))
            return rollups is null ? inRange : OfRollups(rollups, inRange, first);

        // The empty text keeps SQLite from reading all of the range in each rollup.
        var tested = points.Where(point => string.Compare(point.ResourceId + "", from) >= 0 && string.Compare(point.ResourceId + "", before) < 0);
        return OfRollups(resources.Among(Rollups), tested, first);
    }

    /// <summary>Those of the datasets that have any of its rollups: one that has none would be read whole.</summary>
    private IQueryable<Dataset> Having(IQueryable<Dataset> some)
    {
        var shares = Shares;
        return rollups is null ? some : some.Where(dataset => shares.Where(share => share.DatasetId == dataset.Id).Select(share => share.Copies).FirstOrDefault() > 0);
    }

    private IQueryable<CopyPoint<TKey>> InRollups<TKey>(IQueryable<CopyPoint<TKey>> points)
    {
        if (rollups is null)
            return points;
        var wanted = rollups.Select(rollup => rollup.Id);

        // The sum keeps SQLite from looking for the copies by rollup.
        return points.Where(point => wanted.Contains(point.RollupId + 0));
    }

    private static IQueryable<CopyPoint<TKey>> OfRollups<TKey>(
        IQueryable<CopyRollup> wanted, IQueryable<CopyPoint<TKey>> points, (CopyOrder<TKey> Order, int Take)? first)
    {
        if (first is not var (order, take))
            return from rollup in wanted from point in points where point.RollupId == rollup.Id select point;
        var sorted = order.Sorted(points);
        return wanted.SelectMany(rollup => sorted.Where(point => point.RollupId == rollup.Id).Take(take).Select(point => new CopyPoint<TKey>
        {
            Id = point.Id, Key = point.Key, Tie = point.Tie, RollupId = rollup.Id, DatasetId = point.DatasetId, ResourceId = point.ResourceId,
        }));
    }

    private static IQueryable<CopyPoint<TKey>> OfDatasets<TKey>(
        IQueryable<Dataset> wanted, IQueryable<CopyPoint<TKey>> points, (CopyOrder<TKey> Order, int Take)? first)
    {
        if (first is not var (order, take))
            return from dataset in wanted from point in points where point.DatasetId == dataset.Id select point;
        var sorted = order.Sorted(points);
        return wanted.SelectMany(dataset => sorted.Where(point => point.DatasetId == dataset.Id).Take(take).Select(point => new CopyPoint<TKey>
        {
            Id = point.Id, Key = point.Key, Tie = point.Tie, RollupId = point.RollupId, DatasetId = dataset.Id, ResourceId = point.ResourceId,
        }));
    }
}
