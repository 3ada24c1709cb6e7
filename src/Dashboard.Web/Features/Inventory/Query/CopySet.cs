using Dashboard.Core;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>Copies in certain rollups, limited to certain datasets or to resource IDs with the same prefix.</summary>
/// <param name="rollups">Null for all rollups.</param>
/// <param name="datasets">Null for all datasets.</param>
/// <param name="resources">Null for all resource IDs.</param>
internal sealed class CopySet(DashboardContext context, IQueryable<CopyRollup>? rollups, NamedDatasets? datasets, ResourceRange? resources)
{
    public DashboardContext Context => context;

    public NamedDatasets? Datasets => datasets;

    public ResourceRange? Resources => resources;

    /// <summary>The rollups that the copies belong to.</summary>
    public IQueryable<CopyRollup> Rollups => rollups ?? context.CopyRollups.AsNoTracking();

    /// <summary>The totals of each dataset in these rollups. Adding 0 stops SQLite from seeking every pair of dataset and rollup.</summary>
    private IQueryable<DatasetRollup> DatasetRollups
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

    /// <summary>All matches, unsorted.</summary>
    public IQueryable<SortableCopy<string>> All => Matches(context.Copies.AsNoTracking().Select(CopyOrders.Resource.Projection), null);

    /// <summary>The totals of these datasets in these rollups.</summary>
    public IQueryable<DatasetRollup> DatasetRollupsOf(IQueryable<Dataset> some)
    {
        var ids = some.Select(dataset => dataset.Id);
        return DatasetRollups.Where(share => ids.Contains(share.DatasetId));
    }

    /// <summary>The copies after the cursor, or the first copies without one.</summary>
    public async Task<List<FoundCopy<TKey>>> NextAsync<TKey>(CopyOrder<TKey> order, Cursor<TKey>? cursor, int take, CancellationToken cancellationToken)
    {
        var copies = context.Copies.AsNoTracking().Select(order.Projection);
        if (cursor is not { } last || (last.Key is string key && resources?.IsAfter(key, order.Descending) == true))
            return await First(order, copies, take).ToListAsync(cancellationToken);

        // Two queries, because a single condition would read every copy with the cursor's key, and millions of copies can share one first-seen time.
        var ties = order.Ties(copies, last);
        var found = await ties.AnyAsync(cancellationToken) ? await First(order, ties, take).ToListAsync(cancellationToken) : [];
        if (found.Count < take)
            found.AddRange(await First(order, order.Beyond(copies, last), take - found.Count).ToListAsync(cancellationToken));
        return found;
    }

    /// <summary>
    /// The first matches among these copies. SQLite stops reading a rollup or dataset when its next copy sorts after the page. SQL Server does
    /// not, so its query limits the rows read from each.
    /// </summary>
    internal IQueryable<FoundCopy<TKey>> First<TKey>(CopyOrder<TKey> order, IQueryable<SortableCopy<TKey>> copies, int take)
    {
        // Every key is greater. Without this condition SQLite takes any index of a rollup and reads all of it: 370 ms instead of 40 ms by first seen.
        if (resources is { AreFew: false } && typeof(TKey) != typeof(string))
            copies = copies.Where(order.Greater(order.BelowAll));
        var matches = Matches(copies, context.Database.IsSqlite() ? null : (order, take));
        return order.Sorted(matches).Take(take).Select(copy => new FoundCopy<TKey>(copy.Id, copy.Key, copy.Tie));
    }

    /// <param name="first">If given, reads only the first copies of each rollup or dataset: at most this many, in this order.</param>
    private IQueryable<SortableCopy<TKey>> Matches<TKey>(IQueryable<SortableCopy<TKey>> copies, (CopyOrder<TKey> Order, int Take)? first)
    {
        if (datasets is { AreMany: false } few)
            return OfDatasets(WithCopiesInRollups(few.All), InRollups(copies), first);
        if (datasets is { } many)
        {
            // Not Any(): SQLite may turn it into a join that starts with the datasets instead of the sort order's index.
            copies = copies.Where(copy => many.All.Where(dataset => dataset.Id == copy.DatasetId).Select(dataset => dataset.Id).FirstOrDefault() > 0);
        }

        if (resources is not var (_, from, before, areFew))
            return rollups is null ? copies : OfRollups(rollups, copies, first);

        var inRange = copies.Where(copy => string.Compare(copy.ResourceId, from) >= 0 && string.Compare(copy.ResourceId, before) < 0);

        // Sorts by resource ID first, so that SQLite reads the range from its index instead of scanning the requested order's index.
        if (areFew)
            return InRollups(inRange.OrderBy(copy => copy.ResourceId).Take(int.MaxValue));
        if (typeof(TKey) == typeof(string))
            return rollups is null ? inRange : OfRollups(rollups, inRange, first);

        // Appending "" stops SQLite from reading the whole range of resource IDs in each rollup.
        var tested = copies.Where(copy => string.Compare(copy.ResourceId + "", from) >= 0 && string.Compare(copy.ResourceId + "", before) < 0);
        return OfRollups(resources.RollupsWithCopies(Rollups), tested, first);
    }

    /// <summary>The datasets with copies in these rollups. Without this filter, all copies of a dataset that has none would be read.</summary>
    private IQueryable<Dataset> WithCopiesInRollups(IQueryable<Dataset> some)
    {
        var shares = DatasetRollups;
        return rollups is null ? some : some.Where(dataset => shares.Where(share => share.DatasetId == dataset.Id).Select(share => share.Copies).FirstOrDefault() > 0);
    }

    private IQueryable<SortableCopy<TKey>> InRollups<TKey>(IQueryable<SortableCopy<TKey>> copies)
    {
        if (rollups is null)
            return copies;
        var wanted = rollups.Select(rollup => rollup.Id);

        // Adding 0 stops SQLite from using an index by rollup, so it keeps the index of the range or dataset.
        return copies.Where(copy => wanted.Contains(copy.RollupId + 0));
    }

    private static IQueryable<SortableCopy<TKey>> OfRollups<TKey>(
        IQueryable<CopyRollup> wanted, IQueryable<SortableCopy<TKey>> copies, (CopyOrder<TKey> Order, int Take)? first)
    {
        if (first is not var (order, take))
            return from rollup in wanted from copy in copies where copy.RollupId == rollup.Id select copy;
        var sorted = order.Sorted(copies);
        return wanted.SelectMany(rollup => sorted.Where(copy => copy.RollupId == rollup.Id).Take(take).Select(copy => new SortableCopy<TKey>
        {
            Id = copy.Id, Key = copy.Key, Tie = copy.Tie, RollupId = rollup.Id, DatasetId = copy.DatasetId, ResourceId = copy.ResourceId,
        }));
    }

    private static IQueryable<SortableCopy<TKey>> OfDatasets<TKey>(
        IQueryable<Dataset> wanted, IQueryable<SortableCopy<TKey>> copies, (CopyOrder<TKey> Order, int Take)? first)
    {
        if (first is not var (order, take))
            return from dataset in wanted from copy in copies where copy.DatasetId == dataset.Id select copy;
        var sorted = order.Sorted(copies);
        return wanted.SelectMany(dataset => sorted.Where(copy => copy.DatasetId == dataset.Id).Take(take).Select(copy => new SortableCopy<TKey>
        {
            Id = copy.Id, Key = copy.Key, Tie = copy.Tie, RollupId = copy.RollupId, DatasetId = dataset.Id, ResourceId = copy.ResourceId,
        }));
    }
}
