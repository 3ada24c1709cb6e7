namespace Dashboard.Ledger;

/// <summary>Compares the ledger with a checkpoint that the auditor kept. Only this detects a history that the key's holder rewrote.</summary>
internal sealed class EarlierCheck
{
    private readonly SignedNote note;
    private readonly Checkpoint checkpoint;
    private MerkleHash? root;

    private EarlierCheck(SignedNote note, Checkpoint checkpoint)
    {
        this.note = note;
        this.checkpoint = checkpoint;
    }

    /// <summary>Number of entries that the kept checkpoint covers.</summary>
    public long Size => checkpoint.Size;

    /// <summary>Reads the kept checkpoint.</summary>
    /// <exception cref="NoteFormatException">The text is not a signed checkpoint.</exception>
    public static EarlierCheck? Of(string? earlier)
    {
        if (earlier is null) return null;
        var kept = SignedNote.Parse(earlier);
        return new(kept, Checkpoint.Parse(kept.Text));
    }

    /// <summary>Remembers the root of the ledger if it has the size of the kept checkpoint.</summary>
    public void Observe(CompactRange range)
    {
        if (range.Size == Size) root = range.Root;
    }

    /// <summary>Reports the findings after everything was read.</summary>
    public void End(Findings findings, KeyRing keys, long from, long to)
    {
        var yours = $"Your checkpoint of {Size:N0} entries";
        if (keys.Origin is { } origin && origin != checkpoint.Origin)
        {
            Add(findings, $"{yours} belongs to another ledger: its origin is {checkpoint.Origin}, but this ledger's is {origin}.");
            return;
        }

        try
        {
            note.Verify(keys.Known);
        }
        catch (NoteSignatureException refused)
        {
            Add(findings, $"{yours} cannot be trusted, or this ledger was rewritten with another key. {refused.Message}");
        }

        if (root is { } ours)
        {
            if (ours != checkpoint.Root) Add(findings, $"{yours} covers different entries than the first {Size:N0} here: the ledger was rewritten.");
        }
        else if (from > 0 && Size <= to)
        {
            Add(findings, $"{yours} cannot be compared: this partial export begins with entry {from}. Export from the first entry, or request a consistency proof.");
        }
        else
        {
            Add(findings, $"{yours} covers more entries than this ledger has: {to:N0}. The ledger was rolled back, or this copy is older than your checkpoint.");
        }
    }

    private void Add(Findings findings, string message) => findings.Checkpoint(ProblemKind.Earlier, Size, message);
}
