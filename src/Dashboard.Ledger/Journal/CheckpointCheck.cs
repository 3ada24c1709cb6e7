namespace Dashboard.Ledger;

/// <summary>Holds each checkpoint against the entries that stand before it.</summary>
internal sealed class CheckpointCheck(Findings findings, KeyRing keys)
{
    private long wrongRoots;
    private long before;
    private Checkpoint? tooLarge;
    private Checkpoint? firstWrong;

    /// <summary>Checkpoints so far, in order or not.</summary>
    public long Count { get; private set; }

    /// <summary>The last one in order.</summary>
    public (Checkpoint Checkpoint, string Note)? Last { get; private set; }

    /// <summary>Entries that a checkpoint in order vouches for.</summary>
    public long Vouched => Last?.Checkpoint.Size ?? 0;

    /// <summary>Reads a line; null where it is no checkpoint.</summary>
    public (SignedNote Note, Checkpoint Checkpoint, string Text)? Read(ReadOnlySpan<byte> line, long entries)
    {
        Count++;
        try
        {
            var text = JournalLines.ReadCheckpoint(line);
            var note = SignedNote.Parse(text);
            return (note, Checkpoint.Parse(note.Text), text);
        }
        catch (NoteFormatException refused)
        {
            findings.Add(ProblemKind.CheckpointUnreadable, $"The checkpoint after {entries:N0} entries cannot be read. {refused.Message}");
            return null;
        }
    }

    /// <summary>Takes a checkpoint that stands after <paramref name="range"/>.</summary>
    /// <param name="read">The checkpoint.</param>
    /// <param name="range">The entries before it.</param>
    /// <param name="numbered">How many there would be by their numbers: more than there are, where some were reported missing.</param>
    public void Take((SignedNote Note, Checkpoint Checkpoint, string Text) read, CompactRange range, long numbered)
    {
        var checkpoint = read.Checkpoint;
        var isSigned = keys.Accept(read.Note, checkpoint, out var signers);
        if (keys.Origin is { } origin && origin != checkpoint.Origin)
        {
            findings.Checkpoint(ProblemKind.CheckpointOrigin, checkpoint.Size, $"The checkpoint of {checkpoint.Size:N0} entries is of another ledger: its origin is {checkpoint.Origin}, and this one's {origin}.");
            return;
        }

        if (checkpoint.Size != range.Size && checkpoint.Size != numbered)
        {
            Resize(checkpoint, range.Size);
            return;
        }

        if (checkpoint.Size != range.Size || checkpoint.Root != range.Root)
        {
            WrongRoot(checkpoint);
            return;
        }

        if (!isSigned) return;
        keys.Confirm(checkpoint, signers);
        Last = (checkpoint, read.Text);
    }

    /// <summary>Another entry or checkpoint follows.</summary>
    public void Follow()
    {
        if (tooLarge is not { } checkpoint) return;
        tooLarge = null;
        Larger(checkpoint, "but fewer stand before it: entries were removed.");
    }

    /// <summary>Nothing follows.</summary>
    public void End(long entries)
    {
        if (tooLarge is { } checkpoint) Larger(checkpoint, $"but the ledger ends after {entries:N0}: entries were removed.");
        if (firstWrong is not { } wrong) return;
        var others = wrongRoots > 1 ? $"; nor do {wrongRoots - 1:N0} later ones" : "";
        var isChained = !findings.Problems.Exists(problem => problem.Entry < wrong.Size);
        findings.Checkpoint(
            ProblemKind.CheckpointRoot,
            wrong.Size,
            $"The checkpoint of {wrong.Size:N0} entries does not fit the entries before it{others}. "
                + (isChained ? $"Their chain is whole, so entry {wrong.Size - 1} was changed, and perhaps others from {before} on, chained anew." : "It was signed over the entries as they were."));
    }

    private void WrongRoot(Checkpoint checkpoint)
    {
        wrongRoots++;
        if (firstWrong is not null) return;
        firstWrong = checkpoint;
        before = Vouched;
    }

    private void Resize(Checkpoint checkpoint, long entries)
    {
        if (checkpoint.Size > entries) tooLarge = checkpoint;
        else findings.Checkpoint(ProblemKind.CheckpointSize, checkpoint.Size, $"The checkpoint of {checkpoint.Size:N0} entries stands after {entries:N0}: entries were put in before it, or it was moved.");
    }

    private void Larger(Checkpoint checkpoint, string what) =>
        findings.Checkpoint(ProblemKind.CheckpointSize, checkpoint.Size, $"The checkpoint of {checkpoint.Size:N0} entries was signed, {what}");
}
