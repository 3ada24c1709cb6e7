using System.Numerics;

namespace Dashboard.Ledger;

/// <summary>
/// The minimal state of the leaves [0, size) that is needed to append more leaves and to compute the root: the hashes of the perfect subtrees
/// that correspond to the binary digits 1 of the size, largest first. At most 63 hashes for any size.
/// </summary>
public sealed class CompactRange
{
    private readonly List<MerkleHash> hashes;

    /// <summary>Creates an empty range.</summary>
    public CompactRange()
        : this(0, [])
    {
    }

    private CompactRange(long size, List<MerkleHash> hashes)
    {
        Size = size;
        this.hashes = hashes;
    }

    /// <summary>Number of leaves so far.</summary>
    public long Size { get; private set; }

    /// <summary>Hashes of the perfect subtrees, left to right, so the largest comes first.</summary>
    public IReadOnlyList<MerkleHash> Hashes => hashes;

    /// <summary>Root of the tree over all leaves so far (RFC 6962 section 2.1).</summary>
    public MerkleHash Root => hashes.Count == 0 ? MerkleHash.Empty : Fold(hashes);

    /// <summary>Restores a range from its hashes.</summary>
    /// <exception cref="ArgumentException">The size is negative, or the number of hashes is not the number of binary digits 1 in it.</exception>
    public static CompactRange From(long size, ReadOnlySpan<MerkleHash> hashes)
    {
        Refuse(size, hashes.Length);
        return new(size, [.. hashes]);
    }

    /// <summary>Restores a range from the bytes of <see cref="ToBytes"/>.</summary>
    /// <exception cref="ArgumentException">The bytes are not the hashes of a range of this size.</exception>
    public static CompactRange Parse(long size, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % MerkleHash.Length != 0)
            throw new ArgumentException($"Hashes have {MerkleHash.Length} bytes each; {bytes.Length} bytes is not a multiple of that.", nameof(bytes));
        Refuse(size, bytes.Length / MerkleHash.Length);
        var read = new List<MerkleHash>();
        for (; bytes.Length > 0; bytes = bytes[MerkleHash.Length..]) read.Add(MerkleHash.From(bytes[..MerkleHash.Length]));
        return new(size, read);
    }

    /// <summary>Appends a leaf by its hash. Adds each interior subtree that becomes perfect to <paramref name="completed"/>, lowest first.</summary>
    /// <returns>The hash of the largest perfect subtree that ends with this leaf: the leaf's own hash when it completes none.</returns>
    public MerkleHash Append(in MerkleHash leaf, ICollection<(NodeId Id, MerkleHash Hash)>? completed = null) => Add(0, leaf, completed);

    /// <summary>Appends a whole perfect subtree of 2^level leaves, as used after the last entry of a partial export.</summary>
    /// <exception cref="ArgumentException">A perfect subtree of this level cannot begin where the range ends.</exception>
    public MerkleHash AppendSubtree(int level, in MerkleHash hash)
    {
        if (level is < 0 or > 62 || (Size & ((1L << level) - 1)) != 0 || Size > long.MaxValue - (1L << level))
            throw new ArgumentException($"A subtree of level {level} cannot follow {Size} leaves.", nameof(level));
        return Add(level, hash, completed: null);
    }

    /// <summary>The hashes, concatenated: 32 bytes each.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[hashes.Count * MerkleHash.Length];
        for (var i = 0; i < hashes.Count; i++) hashes[i].CopyTo(bytes.AsSpan(i * MerkleHash.Length));
        return bytes;
    }

    /// <summary>Root over perfect subtrees, given from largest (left) to smallest (right).</summary>
    internal static MerkleHash Fold(IReadOnlyList<MerkleHash> subtrees)
    {
        var root = subtrees[^1];
        for (var i = subtrees.Count - 2; i >= 0; i--) root = MerkleHash.Node(subtrees[i], root);
        return root;
    }

    private MerkleHash Add(int level, in MerkleHash hash, ICollection<(NodeId Id, MerkleHash Hash)>? completed)
    {
        var node = hash;
        var index = Size >> level;
        Size += 1L << level;
        for (; (index & 1) == 1; index >>= 1)
        {
            node = MerkleHash.Node(hashes[^1], node);
            hashes.RemoveAt(hashes.Count - 1);
            level++;
            completed?.Add((new(level, index >> 1), node));
        }

        hashes.Add(node);
        return node;
    }

    private static void Refuse(long size, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        var expected = BitOperations.PopCount((ulong)size);
        if (count != expected) throw new ArgumentException($"A range of {size} leaves has {expected} hashes, not {count}.", nameof(size));
    }
}
