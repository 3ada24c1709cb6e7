using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Ledger;

/// <summary>A range of the stored log with everything that belongs to it, read in four queries.</summary>
internal sealed class StoredChunk
{
    private readonly ILookup<long, LedgerCheckpoint> checkpoints;
    private readonly ILookup<long, (string Kind, string Id)> links;
    private readonly Dictionary<long, byte[]> nodes;

    private StoredChunk(
        List<LedgerEntry> entries, List<LedgerCheckpoint> checkpoints, List<LedgerSubjectLink> links, List<LedgerNode> nodes)
    {
        Entries = entries;
        this.checkpoints = checkpoints.ToLookup(checkpoint => checkpoint.Size);
        this.links = links.ToLookup(link => link.Sequence, link => (link.Kind, link.SubjectId));
        this.nodes = nodes.ToDictionary(node => node.Number, node => node.Hash);
    }

    public IReadOnlyList<LedgerEntry> Entries { get; }

    public static async Task<StoredChunk> ReadAsync(
        DashboardContext context, long from, long to, long position, CancellationToken cancellationToken) => new(
            await EntriesIn(context, from, to).ToListAsync(cancellationToken),
            await CheckpointsIn(context, from, to, position).ToListAsync(cancellationToken),
            await LinksIn(context, from, to).ToListAsync(cancellationToken),
            await StoredTree.Rows(context, CompletedBetween(from, to)).ToListAsync(cancellationToken));

    /// <summary>The checkpoints of one size at or after a position.</summary>
    public static Task<List<LedgerCheckpoint>> CheckpointsAsync(
        DashboardContext context, long size, long position, CancellationToken cancellationToken) =>
        CheckpointsIn(context, size, size, position).ToListAsync(cancellationToken);

    public IEnumerable<LedgerCheckpoint> Checkpoints(long size) => checkpoints[size];

    public HashSet<(string Kind, string Id)> LinksOf(long sequence) => [.. links[sequence]];

    /// <returns>Empty if the stored tree lacks it.</returns>
    public ReadOnlySpan<byte> Node(NodeId id) => nodes.GetValueOrDefault(LedgerNode.NumberOf(id));

    internal static IQueryable<LedgerEntry> EntriesIn(DashboardContext context, long from, long to) => context.LedgerEntries.AsNoTracking()
        .Where(entry => entry.Sequence >= from && entry.Sequence < to).OrderBy(entry => entry.Sequence);

    internal static IQueryable<LedgerCheckpoint> CheckpointsIn(DashboardContext context, long from, long to, long position) =>
        context.LedgerCheckpoints.AsNoTracking()
            .Where(checkpoint => checkpoint.Size >= from && checkpoint.Size <= to && checkpoint.Position >= position)
            .OrderBy(checkpoint => checkpoint.Size);

    internal static IQueryable<LedgerSubjectLink> LinksIn(DashboardContext context, long from, long to) =>
        context.LedgerSubjects.AsNoTracking().Where(link => link.Sequence >= from && link.Sequence < to);

    /// <summary>The inner subtrees whose last leaf is in this range.</summary>
    private static long[] CompletedBetween(long from, long to)
    {
        var numbers = new List<long>();
        for (var level = 1; 1L << level <= to; level++)
        {
            for (var index = from >> level; (index + 1) << level <= to; index++)
                numbers.Add(LedgerNode.NumberOf(new(level, index)));
        }

        return [.. numbers];
    }
}
