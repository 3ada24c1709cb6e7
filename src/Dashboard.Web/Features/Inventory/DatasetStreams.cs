using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory;

/// <summary>
/// Finds the next few copies of certain datasets by resource id. Ids begin with what names their dataset, so that its copies lie together
/// and those of a common word far apart: a walk would meet nothing for most of the order. Here each dataset is asked for its next copy;
/// then those that come first are read on, until the next one's has its turn only after what is wanted.
/// </summary>
internal sealed class DatasetStreams(CopySearch search, IQueryable<long> datasets, bool descending)
{
    /// <summary>The most datasets that are asked one by one, at a microsecond or two each.</summary>
    public const int Most = 10_000;

    /// <summary>The copies that follow the mark (or the first ones), in the order.</summary>
    public async Task<List<FoundCopy<string>>> NextAsync(Mark<string>? mark, int take, CancellationToken cancellationToken)
    {
        var found = new List<FoundCopy<string>>();
        foreach (var head in await Heads(mark, take).ToListAsync(cancellationToken))
        {
            if (found.Count == take && Compared(head.Key!, found[^1].Key) > 0)
                break;
            found.AddRange(await Stream(head.DatasetId, mark).Take(take).ToListAsync(cancellationToken));
            if (found.Count < take)
                continue;
            found.Sort((left, right) => Compared(left.Key, right.Key) is var order and not 0 ? order
                : descending ? right.Tie.CompareTo(left.Tie) : left.Tie.CompareTo(right.Tie));
            found.RemoveRange(take, found.Count - take);
        }

        return found;
    }

    /// <summary>The datasets whose next copies come first.</summary>
    internal IQueryable<StreamHead> Heads(Mark<string>? mark, int take)
    {
        var following = Following(mark);
        var heads = datasets
            .Select(id => new StreamHead { DatasetId = id, Key = following.Where(point => point.DatasetId == id).Select(point => point.Key).FirstOrDefault() })
            .Distinct()
            .Where(head => head.Key != null);
        return (descending ? heads.OrderByDescending(head => head.Key) : heads.OrderBy(head => head.Key)).Take(take);
    }

    /// <summary>The copies of one dataset that follow the mark.</summary>
    internal IQueryable<FoundCopy<string>> Stream(long datasetId, Mark<string>? mark) =>
        Following(mark).Where(point => point.DatasetId == datasetId).Select(point => new FoundCopy<string>(point.Id, point.Key, point.Tie));

    private IQueryable<CopyPoint<string>> Following(Mark<string>? mark)
    {
        // By dataset: the index that holds a dataset's copies in this order is the one to use.
        var points = search.OfRollups(search.Context.Copies.AsNoTracking().Select(CopyOrders.Resource.Point), byDataset: true);
        if (descending)
        {
            return (mark is var (key, tie)
                ? points.Where(point => string.Compare(point.Key, key) <= 0 && (point.Key != key || point.Tie < tie))
                : points).OrderByDescending(point => point.Key).ThenByDescending(point => point.Tie);
        }

        return (mark is var (start, last)
            ? points.Where(point => string.Compare(point.Key, start) >= 0 && (point.Key != start || point.Tie > last))
            : points).OrderBy(point => point.Key).ThenBy(point => point.Tie);
    }

    private int Compared(string left, string right) => descending ? string.CompareOrdinal(right, left) : string.CompareOrdinal(left, right);
}

/// <summary>A dataset, and the id of its next copy.</summary>
internal sealed class StreamHead
{
    public long DatasetId { get; init; }

    /// <summary>Null when it has none.</summary>
    public string? Key { get; init; }
}
