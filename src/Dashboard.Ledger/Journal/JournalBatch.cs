namespace Dashboard.Ledger;

/// <summary>
/// About a quarter of a megabyte of whole lines, and everything that can be computed from them without other batches. That is nearly all the
/// work, so batches are processed in parallel.
/// </summary>
internal sealed class JournalBatch(int capacity) : IDisposable
{
    private readonly ManyHashes hasher = new();
    private readonly List<(int Start, int Length)> lines = [];
    private EntryFacts[] facts = [];

    /// <summary>The byte before the first line stays free: each leaf is hashed with its prefix, which overwrites the line feed before it.</summary>
    public byte[] Buffer { get; } = new byte[capacity + 1];

    /// <summary>Bytes in use, including the free one.</summary>
    public int Used { get; set; } = 1;

    /// <summary>Number of entries before this batch.</summary>
    public long FirstEntry { get; set; }

    /// <summary>Number of entries in this batch.</summary>
    public int Entries { get; private set; }

    public int Lines => lines.Count;

    /// <summary>Largest perfect subtrees of the entries, left to right, split at the positions in <see cref="SubtreesBefore"/>.</summary>
    public List<(int Level, MerkleHash Hash)> Subtrees { get; } = [];

    /// <summary>For each line that is not an entry, and for the line after the marked entry: the number of subtrees before it.</summary>
    public Dictionary<int, int> SubtreesBefore { get; } = [];

    public ReadOnlySpan<byte> Line(int index) => Buffer.AsSpan(lines[index].Start, lines[index].Length);

    public ref readonly EntryFacts Facts(int index) => ref facts[index];

    /// <summary>Every line except a checkpoint or a frame counts as an entry, even garbage: a damaged entry still has its place.</summary>
    public bool IsEntry(int index) => Line(index) is not [(byte)'"' or (byte)'[', ..];

    public void Dispose() => hasher.Dispose();

    public void Clear()
    {
        Used = 1;
        Entries = 0;
        lines.Clear();
        Subtrees.Clear();
        SubtreesBefore.Clear();
    }

    /// <summary>Finds the lines.</summary>
    /// <returns>The end of the whole lines; the rest belongs to the next batch.</returns>
    public int Split()
    {
        var start = 1;
        while (Buffer.AsSpan(start, Used - start).IndexOf((byte)'\n') is var length and >= 0)
        {
            if (length > JournalLines.LongestBytes) break;
            lines.Add((start, length));
            if (IsEntry(lines.Count - 1)) Entries++;
            start += length + 1;
        }

        return start;
    }

    /// <summary>Hashes and reads the lines. <paramref name="mark"/> is a size at which the root will be needed.</summary>
    public void Work(long mark)
    {
        if (facts.Length < lines.Count) facts = new EntryFacts[lines.Count + (lines.Count / 4)];
        var entry = FirstEntry;
        var segment = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsEntry(i) || entry == mark) SubtreesBefore[i] = segment = Subtrees.Count;
            if (!IsEntry(i)) continue;
            var (start, length) = lines[i];
            facts[i] = EntryFacts.Read(Buffer.AsSpan(start, length));
            Buffer[start - 1] = 0;
            facts[i].Hash = MerkleHash.Sha256(hasher, Buffer.AsSpan(start - 1, length + 1));
            Append(entry++, facts[i].Hash, segment);
        }

        SubtreesBefore[lines.Count] = Subtrees.Count;
    }

    private void Append(long index, MerkleHash hash, int segment)
    {
        var level = 0;
        for (; (index & 1) == 1 && Subtrees.Count > segment && Subtrees[^1].Level == level; index >>= 1, level++)
        {
            hash = MerkleHash.Node(hasher, Subtrees[^1].Hash, hash);
            Subtrees.RemoveAt(Subtrees.Count - 1);
        }

        Subtrees.Add((level, hash));
    }
}
