namespace Dashboard.Ledger;

/// <summary>Compares the ledger with a checkpoint that the auditor kept: the only thing that shows a history rewritten by the holder of the key.</summary>
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

    /// <summary>Entries that the kept checkpoint counts.</summary>
    public long Size => checkpoint.Size;

    /// <summary>Reads the kept checkpoint.</summary>
    /// <exception cref="NoteFormatException">It is none.</exception>
    public static EarlierCheck? Of(string? earlier)
    {
        if (earlier is null) return null;
        var kept = SignedNote.Parse(earlier);
        return new(kept, Checkpoint.Parse(kept.Text));
    }

    /// <summary>Takes the root of the ledger at some size.</summary>
    public void See(CompactRange range)
    {
        if (range.Size == Size) root = range.Root;
    }

    /// <summary>The verdict, when everything was read.</summary>
    public void End(Findings findings, KeyRing keys, long from, long to)
    {
        var yours = $"Your checkpoint of {Size:N0} entries";
        if (keys.Origin is { } origin && origin != checkpoint.Origin)
        {
            Add(findings, $"{yours} is of another ledger: its origin is {checkpoint.Origin}, and this one's {origin}.");
            return;
        }

        try
        {
            note.Verify(keys.Known);
        }
        catch (NoteSignatureException refused)
        {
            Add(findings, $"{yours} does not count, or this ledger was written anew with another key. {refused.Message}");
        }

        if (root is { } ours)
        {
            if (ours != checkpoint.Root) Add(findings, $"{yours} was signed over other entries than the first {Size:N0} here: the ledger was rewritten.");
        }
        else if (from > 0 && Size <= to)
        {
            Add(findings, $"{yours} cannot be compared: this partial export begins with entry {from}. Export from the first entry, or ask for a consistency proof.");
        }
        else
        {
            Add(findings, $"{yours} is of more entries than there are here: the ledger has {to:N0}. It was rolled back, or this copy is older than your checkpoint.");
        }
    }

    private void Add(Findings findings, string words) => findings.Checkpoint(ProblemKind.Earlier, Size, words);
}
