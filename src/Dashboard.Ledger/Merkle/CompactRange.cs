using System.Numerics;

namespace Dashboard.Ledger;

/// <summary>
/// What must be remembered of the leaves [0, size) to append more and to know the root: the hashes of the perfect subtrees that
/// the binary digits of the size stand for, largest first. At most 63 hashes, whatever the size.
/// </summary>
public sealed class CompactRange
{
    private readonly List<MerkleHash> hashes;

    /// <summary>The range of no leaves.</summary>
    public CompactRange()
        : this(0, [])
    {
    }

    private CompactRange(long size, List<MerkleHash> hashes)
    {
        Size = size;
        this.hashes = hashes;
    }

    /// <summary>Leaves so far.</summary>
    public long Size { get; private set; }

    /// <summary>Hashes of the perfect subtrees, left to right, which is largest first.</summary>
    public IReadOnlyList<MerkleHash> Hashes => hashes;

    /// <summary>Root of the tree over all leaves so far (RFC 6962 section 2.1).</summary>
    public MerkleHash Root => hashes.Count == 0 ? MerkleHash.Empty : Fold(hashes);

    /// <summary>Takes up a range that was put away.</summary>
    /// <exception cref="ArgumentException">The size is negative, or the hashes are not one for each 1 in its binary digits.</exception>
    public static CompactRange From(long size, ReadOnlySpan<MerkleHash> hashes)
    {
        Refuse(size, hashes.Length);
        return new(size, [.. hashes]);
    }

    /// <summary>Takes up a range from what <see cref="ToBytes"/> gave.</summary>
    /// <exception cref="ArgumentException">The bytes are not the hashes of a range of this size.</exception>
    public static CompactRange Parse(long size, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % MerkleHash.Length != 0)
            throw new ArgumentException($"Hashes have {MerkleHash.Length} bytes each; {bytes.Length} bytes are no whole number of them.", nameof(bytes));
        Refuse(size, bytes.Length / MerkleHash.Length);
        var read = new List<MerkleHash>();
        for (; bytes.Length > 0; bytes = bytes[MerkleHash.Length..]) read.Add(MerkleHash.From(bytes[..MerkleHash.Length]));
        return new(size, read);
    }

    /// <summary>Appends a leaf, given by its hash; adds to <paramref name="completed"/> each interior subtree that became perfect, lowest first.</summary>
    /// <returns>The hash of the largest perfect subtree that ends with this leaf: the leaf itself where it completes none.</returns>
    public MerkleHash Append(in MerkleHash leaf, ICollection<(NodeId Id, MerkleHash Hash)>? completed = null) => Add(0, leaf, completed);

    /// <summary>Appends a whole perfect subtree of 2^level leaves, as the right-hand pieces of a partial export come.</summary>
    /// <exception cref="ArgumentException">Its leaves cannot begin where the range ends.</exception>
    public MerkleHash AppendSubtree(int level, in MerkleHash hash)
    {
        if (level is < 0 or > 62 || (Size & ((1L << level) - 1)) != 0 || Size > long.MaxValue - (1L << level))
            throw new ArgumentException($"A subtree of level {level} cannot follow {Size} leaves.", nameof(level));
        return Add(level, hash, completed: null);
    }

    /// <summary>The hashes, one after another.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[hashes.Count * MerkleHash.Length];
        for (var i = 0; i < hashes.Count; i++) hashes[i].CopyTo(bytes.AsSpan(i * MerkleHash.Length));
        return bytes;
    }

    /// <summary>Root of what perfect subtrees cover, the smaller always to the right of the larger.</summary>
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
