namespace Dashboard.Ledger;

/// <summary>What frames a partial export: the hashes before its first entry, the ledger's keys, the hashes after its last entry.</summary>
internal sealed class JournalFrame
{
    /// <summary>More than any ledger has; keeps the arithmetic of sizes from overflowing on garbage.</summary>
    private const long MostEntries = 1L << 53;

    private MerkleHash[] after = [];

    private JournalFrame(bool isPartial, CompactRange range)
    {
        IsPartial = isPartial;
        Start = (range.Size, range.ToBytes());
    }

    public static JournalFrame None => new(isPartial: false, new());

    public bool IsPartial { get; }

    /// <summary>The line "after" was read: only a checkpoint may follow.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The checkpoint after the line "after" was read too.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Entries up to the end of the exported ones.</summary>
    public long To { get; private set; }

    /// <summary>What stands before the first entry.</summary>
    public CompactRange Range => CompactRange.Parse(Start.Size, Start.Bytes);

    private (long Size, byte[] Bytes) Start { get; }

    /// <summary>Why this cannot be the first line of a journal; null if it can.</summary>
    public static string? WhyNot(ReadOnlySpan<byte> line) => line switch
    {
        [.., (byte)'\r'] => "The lines end with CR LF, where a journal has LF: the file was converted on its way, and every hash with it. Download it again as it is.",
        [0xEF, 0xBB, 0xBF, ..] => "The file begins with a byte order mark, which a journal has not: an editor added it. Download it again as it is.",
        [0x1F, 0x8B, ..] => "The file is compressed with gzip. Unpack it first.",
        [(byte)'{', ..] => null,
        [(byte)'[', ..] => Begin(line) is null ? "The first line begins as that of a partial export, but is not [\"before\",number,hashes…]." : null,
        _ => "This is not a journal: its first line is neither an entry, which begins with {, nor the frame of a partial export, which begins with [.",
    };

    /// <summary>The frame that the line begins; null where it is none.</summary>
    public static JournalFrame? Begin(ReadOnlySpan<byte> line)
    {
        if (JournalLines.ReadFrame(line) is not ("before", >= 0 and <= MostEntries and var from, var texts) || Hashes(texts) is not { } hashes) return null;
        try
        {
            return new(isPartial: true, CompactRange.From(from, hashes));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Takes a line of the frame; false where it does not belong here.</summary>
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
                    findings.Add(ProblemKind.EntryMissing, $"The export says to end after entry {number - 1:N0}, but {entries - 1:N0} is the last: entries were removed or put in.");
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
            findings.Checkpoint(ProblemKind.CheckpointSize, size, $"From {range.Size:N0} to {size:N0} entries there are {nodes.Count} hashes; the export has {after.Length}.");
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
            findings.Add(ProblemKind.KeyEntry, $"A key of the partial export cannot be read. {refused.Message}");
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
