using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory;

/// <summary>
/// Finds the next few copies of a search that no streams keep apart. It walks along the order's index, farther each time, and where the
/// search leaves rollups out, it goes on from the next copy that any of the others holds.
/// </summary>
internal sealed class CopyRoam<TKey>(CopySearch search, CopyPath<TKey> path)
{
    private const int LongestWalk = 200_000;

    /// <summary>Entries that a walk goes along at least.</summary>
    public required int ShortestWalk { get; init; }

    private IQueryable<CopyPoint<TKey>> Points => search.Context.Copies.AsNoTracking().Select(path.Order.Point);

    /// <summary>The copies that follow the mark (or the first ones), in the order.</summary>
    /// <param name="matches">How many copies match altogether, or at least this many.</param>
    public async Task<List<FoundCopy<TKey>>> NextAsync(Mark<TKey>? mark, int take, long matches, CancellationToken cancellationToken)
    {
        var steps = (int)Math.Clamp(await search.EvenStepsAsync(take, matches, cancellationToken), ShortestWalk, LongestWalk);
        var found = new List<FoundCopy<TKey>>(take);
        while (true)
        {
            Mark<TKey>? end = null;
            if (mark is { } at)
                end = await PickAsync(path.Ties(Points, at), found, take, steps, cancellationToken);
            if (end is null && found.Count < take)
                end = await PickAsync(mark is { } beyond ? path.Beyond(Points, beyond.Key) : Points, found, take, steps, cancellationToken);
            if (end is not { } stop || found.Count == take)
                return found;
            mark = search.NamesRollups ? await LeapAsync(stop, cancellationToken) : stop;
            if (mark is null)
                return found;
            steps = Math.Min(4 * steps, LongestWalk);
        }
    }

    /// <summary>Adds what matches among the next entries. Ends with where the walk stopped early, or null when it saw them all.</summary>
    private async Task<Mark<TKey>?> PickAsync(
        IQueryable<CopyPoint<TKey>> entries, List<FoundCopy<TKey>> found, int take, int steps, CancellationToken cancellationToken)
    {
        found.AddRange(await path.Picked(search, entries, steps, take - found.Count).ToListAsync(cancellationToken));
        if (found.Count == take)
            return null;
        var last = await CopyPath<TKey>.Found(path.Sorted(entries).Skip(steps - 1).Take(1)).ToListAsync(cancellationToken);
        return last is [var end] ? end.Mark : null;
    }

    /// <summary>A mark right before the next copy that follows this one in any of the rollups, or null when none does.</summary>
    private async Task<Mark<TKey>?> LeapAsync(Mark<TKey> end, CancellationToken cancellationToken)
    {
        var merge = new CopyMerge<TKey>(search, new RollupStreams(search.Context, search.Rollups, null), path);
        var next = await merge.FirstAsync(path.Ties(Points, end), cancellationToken) ?? await merge.FirstAsync(path.Beyond(Points, end.Key), cancellationToken);
        return next is { } copy ? copy with { Tie = copy.Tie + (path.Descending ? 1 : -1) } : null;
    }
}
