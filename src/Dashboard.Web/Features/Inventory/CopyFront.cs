using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory;

/// <summary>Between which keys the copies of a dataset lie.</summary>
internal sealed class KeySpan<TKey>
{
    public long DatasetId { get; init; }

    public required TKey First { get; init; }

    public required TKey Last { get; init; }
}

/// <summary>
/// Finds the very first copies of many datasets in an order for which the span of each dataset is kept. What comes before the span of one
/// dataset can only be of those whose spans begin before it: as these are few, they are merged.
/// </summary>
internal sealed class CopyFront<TKey>(CopySearch search, CopyPath<TKey> path)
{
    /// <summary>Datasets that are merged, one number after the other while the copies are not found.</summary>
    public required IReadOnlyList<int> Counts { get; init; }

    /// <inheritdoc cref="CopyMerge{TKey}.LeavesInTime"/>
    public required bool LeavesInTime { get; init; }

    /// <summary>The first copies that the search asks for; null when they are of too many datasets, or nobody keeps the spans.</summary>
    public async Task<List<FoundCopy<TKey>>?> FirstAsync(int take, CancellationToken cancellationToken)
    {
        if (Spans is not { } spans)
            return null;
        foreach (var count in Counts)
        {
            var first = await spans.Take(count + 1).ToListAsync(cancellationToken);
            var merge = new CopyMerge<TKey>(search, new DatasetStreams(search.Context, [.. first.Take(count).Select(span => span.DatasetId)]), path) { LeavesInTime = LeavesInTime };
            var points = search.Context.Copies.AsNoTracking().Select(path.Order.Point);
            if (first.Count <= count)
                return await merge.NextAsync(points, take, cancellationToken);
            var found = await merge.NextAsync(path.Before(points, path.Descending ? first[count].Last : first[count].First), take, cancellationToken);
            if (found.Count == take)
                return found;
        }

        return null;
    }

    /// <summary>Of all datasets, those first that have the first copies.</summary>
    internal IQueryable<KeySpan<TKey>>? Spans
    {
        get
        {
            if (!search.NamesOnlyDatasets || path.Order.Spans?.Invoke(search.Context) is not { } all)
                return null;
            var named = search.OfDatasets(all);
            return path.Descending ? named.OrderByDescending(span => span.Last) : named.OrderBy(span => span.First);
        }
    }
}
