using Dashboard.Ledger;

namespace Dashboard.Core.Ledger;

/// <summary>The single row that says where the log ends. Every writer locks it, so entries follow each other without a gap or fork.</summary>
public sealed class LedgerHead
{
    public const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;

    /// <summary>Every writer increments it before reading: that update takes the row lock.</summary>
    public long Turn { get; private set; }

    /// <summary>Number of entries.</summary>
    public long Size { get; private set; }

    /// <summary>The hashes of the complete subtrees that make up the log, largest first: all that appending needs.</summary>
    public byte[] Range { get; private set; } = [];

    /// <summary>Leaf hash of the last entry; empty before the first.</summary>
    public byte[] LastHash { get; private set; } = [];

    /// <summary>Length of the journal in bytes.</summary>
    public long Position { get; private set; }

    public CompactRange ToRange() => CompactRange.Parse(Size, Range);

    public void Advance(CompactRange range, MerkleHash last, long position) =>
        (Size, Range, LastHash, Position) = (range.Size, range.ToBytes(), last.ToArray(), position);

    public void Lengthen(long bytes) => Position += bytes;
}
