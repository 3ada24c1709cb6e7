using Dashboard.Ledger;

namespace Dashboard.Core.Ledger;

/// <summary>
/// The hash of a complete inner subtree, stored so that a proof reads a few rows instead of the whole log. The leaves are in the entries.
/// </summary>
public sealed class LedgerNode
{
    private LedgerNode()
    {
    }

    /// <summary>In-order number of the subtree's root: one number for level and index. See <see cref="NumberOf"/>.</summary>
    public long Number { get; private set; }

    /// <summary>32 bytes.</summary>
    public byte[] Hash { get; private set; } = [];

    public static LedgerNode Of(NodeId id, MerkleHash hash) => new() { Number = NumberOf(id), Hash = hash.ToArray() };

    /// <summary>
    /// Counts the nodes from left to right, as in a drawing of the tree: leaf 0, its parent, leaf 1, their grandparent, leaf 2 and so on. A
    /// node's number never changes as the tree grows.
    /// </summary>
    public static long NumberOf(NodeId id) => (id.Index << (id.Level + 1)) + (1L << id.Level) - 1;
}
