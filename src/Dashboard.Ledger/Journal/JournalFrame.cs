namespace Dashboard.Ledger;

/// <summary>The frame of a partial export: the hashes before its first entry, the ledger's keys, and the hashes after its last entry.</summary>
internal sealed class JournalFrame
{
    /// <summary>More than any ledger has; prevents overflow when garbage is read as a size.</summary>
    private const long MaxEntries = 1L << 53;

    private MerkleHash[] after = [];

    private JournalFrame(bool isPartial, CompactRange range)
    {
        IsPartial = isPartial;
        Start = (range.Size, range.ToBytes());
    }

    public static JournalFrame None => new(isPartial: false, new());

    public bool IsPartial { get; }

    /// <summary>True after the line "after": only a checkpoint may follow.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>True after the checkpoint that follows the line "after".</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Number of entries up to the end of the exported ones.</summary>
    public long To { get; private set; }

    /// <summary>The entries before the first exported one.</summary>
    public CompactRange Range => CompactRange.Parse(Start.Size, Start.Bytes);

    private (long Size, byte[] Bytes) Start { get; }

    /// <summary>Why this cannot be the first line of a journal; null when it can.</summary>
    public static string? ReasonToRefuse(ReadOnlySpan<byte> line) => line switch
    {
        [.., (byte)'\r'] => "The lines end with CR LF, but a journal uses LF. The file was converted, so no hash matches. Download it again without converting it.",
        [0xEF, 0xBB, 0xBF, ..] => "The file begins with a byte order mark, which a journal never has. An editor probably added it. Download the file again.",
        [0x1F, 0x8B, ..] => "The file is compressed with gzip. Unpack it first.",
        [(byte)'{', ..] => null,
        [(byte)'[', ..] => Begin(line) is null ? "The first line begins like a partial export, but is not [\"before\",number,hashes…]." : null,
        _ => "This is not a journal: its first line is neither an entry, which begins with {, nor the start of a partial export, which begins with [.",
    };

    /// <summary>The frame that starts with this line; null when the line is not the start of a frame.</summary>
    public static JournalFrame? Begin(ReadOnlySpan<byte> line)
    {
        if (JournalLines.ReadFrame(line) is not ("before", >= 0 and <= MaxEntries and var from, var texts) || Hashes(texts) is not { } hashes) return null;
        try
        {
            return new(isPartial: true, CompactRange.From(from, hashes));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Reads a line of the frame; false when it does not belong here.</summary>
    public bool Take(ReadOnlySpan<byte> line, long entries, KeyRing keys, Findings findings)
    {
        if (!IsPartial || IsClosed || JournalLines.ReadFrame(line) is not var (word, number, texts)) return false;
        switch (word)
        {
            case "before":
                return entries == Start.Size && number == Start.Size;
            case "key" when texts is [var vkey]:
                Announce(vkey, keys, findings);
                return true;
            case "after" when Hashes(texts) is { } hashes:
                IsClosed = true;
                To = entries;
                after = hashes;
                if (number != entries)
                    findings.Add(ProblemKind.EntryMissing, $"The export says that it ends after entry {number - 1:N0}, but its last entry is {entries - 1:N0}: entries were removed or inserted.");
                return true;
            default:
                return false;
        }
    }

    /// <summary>Completes the range to the size of the last checkpoint.</summary>
    public bool Complete(CompactRange range, long size, Findings findings)
    {
        if (IsComplete || size < range.Size) return false;
        IsComplete = true;
        var nodes = ProofPlan.Subtrees(range.Size, size);
        if (nodes.Count != after.Length)
        {
            findings.Checkpoint(ProblemKind.CheckpointSize, size, $"From {range.Size:N0} to {size:N0} entries, {nodes.Count} hashes are needed, but the export has {after.Length}.");
            return false;
        }

        for (var i = 0; i < after.Length; i++) range.AppendSubtree(nodes[i].Level, after[i]);
        return true;
    }

    private static void Announce(string vkey, KeyRing keys, Findings findings)
    {
        try
        {
            keys.Announce(NoteKey.Parse(vkey));
        }
        catch (NoteFormatException refused)
        {
            findings.Add(ProblemKind.KeyEntry, $"A key in the partial export cannot be read. {refused.Message}");
        }
    }

    private static MerkleHash[]? Hashes(string[] texts)
    {
        var hashes = new MerkleHash[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            if (!MerkleHash.TryParseBase64(texts[i], out hashes[i])) return null;
        }

        return hashes;
    }
}
