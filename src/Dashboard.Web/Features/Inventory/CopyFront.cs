using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory;

/// <summary>The key of a dataset's first copy in an order.</summary>
internal sealed class DatasetStart<TKey>
{
    public long DatasetId { get; init; }

    public required TKey Key { get; init; }
}

/// <summary>
/// Finds the very first copies of many datasets in an order for which it is kept where each dataset begins. What comes before one dataset
/// can only be of those that begin before it: as these are few, they are merged.
/// </summary>
internal sealed class CopyFront<TKey>(CopySearch search, CopyPath<TKey> path)
{
    /// <summary>Of all datasets, those that are gone through at the front of the order before the ones that are asked for are looked up.</summary>
    public required int Near { get; init; }

    /// <summary>Datasets that are merged, one number after the other while the copies are not found.</summary>
    public required IReadOnlyList<int> Counts { get; init; }

    /// <inheritdoc cref="CopyMerge{TKey}.LeavesInTime"/>
    public required bool LeavesInTime { get; init; }

    /// <summary>The first copies that the search asks for; null when they are of too many datasets, or nobody keeps where these begin.</summary>
    public async Task<List<FoundCopy<TKey>>?> FirstAsync(int take, CancellationToken cancellationToken)
    {
        if (Starts(near: true) is not { } near || Starts(near: false) is not { } all)
            return null;
        foreach (var count in Counts)
        {
            var first = await near.Take(count + 1).ToListAsync(cancellationToken);
            if (first.Count <= count)
                first = await all.Take(count + 1).ToListAsync(cancellationToken);
            var among = new DatasetStreams(search.Context, [.. first.Take(count).Select(start => start.DatasetId)]);
            var merge = new CopyMerge<TKey>(search, among, path) { LeavesInTime = LeavesInTime };
            var points = search.Context.Copies.AsNoTracking().Select(path.Order.Point);
            if (first.Count <= count)
                return await merge.NextAsync(points, take, cancellationToken);
            var found = await merge.NextAsync(path.Before(points, first[count].Key), take, cancellationToken);
            if (found.Count == take)
                return found;
        }

        return null;
    }

    /// <summary>Where the datasets begin that are asked for, in the order.</summary>
    internal IQueryable<DatasetStart<TKey>>? Starts(bool near) =>
        !search.NamesOnlyDatasets || path.Order.Starts?.Invoke(search.Context, path.Descending) is not { } all ? null
        : near ? Sorted(search.OfDatasets(Sorted(all).Take(Near), oneByOne: true))
        : Sorted(search.OfDatasets(all, oneByOne: false));

    private IQueryable<DatasetStart<TKey>> Sorted(IQueryable<DatasetStart<TKey>> starts) =>
        path.Descending ? starts.OrderByDescending(start => start.Key) : starts.OrderBy(start => start.Key);
}
