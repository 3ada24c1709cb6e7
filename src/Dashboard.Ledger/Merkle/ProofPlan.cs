using System.Numerics;

namespace Dashboard.Ledger;

/// <summary>
/// The stored hashes that a proof needs. Only perfect subtrees are stored, because they never change. A proof can also contain an incomplete
/// subtree at the right edge of the tree, which is computed from several perfect ones.
/// </summary>
public sealed class ProofPlan
{
    private readonly List<IReadOnlyList<NodeId>> pieces;

    private ProofPlan(List<IReadOnlyList<NodeId>> pieces)
    {
        this.pieces = pieces;
        Nodes = [.. pieces.SelectMany(piece => piece)];
    }

    /// <summary>The perfect subtrees to fetch, without repetition; about log2(size) of them. Level 0 is a leaf's hash.</summary>
    public IReadOnlyList<NodeId> Nodes { get; }

    /// <summary>The path that proves that the leaf at an index is in a tree of a given size (RFC 6962 section 2.1.1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf in that tree.</exception>
    public static ProofPlan Inclusion(long index, long size)
    {
        if (size < 0) throw new ArgumentOutOfRangeException(nameof(size), size, "A tree cannot have fewer than 0 leaves.");
        if (index < 0 || index >= size) throw new ArgumentOutOfRangeException(nameof(index), index, $"A tree of {size} leaves has none with index {index}.");
        var path = new List<IReadOnlyList<NodeId>>();
        var (from, to) = (0L, size);
        while (to - from > 1)
        {
            var middle = from + Split(to - from);
            if (index < middle)
            {
                path.Add(Subtrees(middle, to));
                to = middle;
            }
            else
            {
                path.Add(Subtrees(from, middle));
                from = middle;
            }
        }

        path.Reverse();
        return new(path);
    }

    /// <summary>The path that proves that a tree is the beginning of a newer one (RFC 6962 section 2.1.2). Empty for size 0 or equal sizes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative, or the older tree is the larger.</exception>
    public static ProofPlan Consistency(long older, long newer)
    {
        if (newer < 0) throw new ArgumentOutOfRangeException(nameof(newer), newer, "A tree cannot have fewer than 0 leaves.");
        if (older < 0 || older > newer)
            throw new ArgumentOutOfRangeException(nameof(older), older, $"A tree of {older} leaves cannot be the beginning of one of {newer}.");
        var path = new List<IReadOnlyList<NodeId>>();
        if (older == 0 || older == newer) return new(path);
        var (from, to) = (0L, newer);
        while (older != to)
        {
            var middle = from + Split(to - from);
            if (older <= middle)
            {
                path.Add(Subtrees(middle, to));
                to = middle;
            }
            else
            {
                path.Add(Subtrees(from, middle));
                from = middle;
            }
        }

        // The older tree itself, unless it is a perfect subtree that starts at 0: then the verifier already knows its root.
        if (from > 0) path.Add(Subtrees(from, to));
        path.Reverse();
        return new(path);
    }

    /// <summary>The root of the tree of a given size; the root itself is not stored.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public static ProofPlan Root(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return new([Subtrees(0, size)]);
    }

    /// <summary>The fewest perfect subtrees that cover the leaves [from, to), left to right.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is negative or reversed.</exception>
    public static IReadOnlyList<NodeId> Subtrees(long from, long to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var nodes = new List<NodeId>();
        while (from < to)
        {
            var largest = BitOperations.Log2((ulong)(to - from));
            var level = from == 0 ? largest : Math.Min(BitOperations.TrailingZeroCount(from), largest);
            nodes.Add(new(level, from >> level));
            from += 1L << level;
        }

        return nodes;
    }

    /// <summary>The proof, from the hashes of <see cref="Nodes"/>.</summary>
    /// <exception cref="ArgumentException">A hash is missing.</exception>
    public IReadOnlyList<MerkleHash> Resolve(IReadOnlyDictionary<NodeId, MerkleHash> nodes) =>
        [.. pieces.Select(piece => piece.Count == 0 ? MerkleHash.Empty : CompactRange.Fold([.. piece.Select(id => Find(nodes, id))]))];

    private static MerkleHash Find(IReadOnlyDictionary<NodeId, MerkleHash> nodes, NodeId id) =>
        nodes.TryGetValue(id, out var hash)
            ? hash
            : throw new ArgumentException($"The hash of the subtree at level {id.Level}, index {id.Index} is missing.", nameof(nodes));

    /// <summary>The largest power of two below a size of at least 2: the size at which RFC 6962 splits a tree.</summary>
    private static long Split(long size) => 1L << BitOperations.Log2((ulong)(size - 1));
}
