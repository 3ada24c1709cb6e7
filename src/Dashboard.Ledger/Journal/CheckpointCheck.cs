namespace Dashboard.Ledger;

/// <summary>Compares each checkpoint with the entries before it.</summary>
internal sealed class CheckpointCheck(Findings findings, KeyRing keys)
{
    private long wrongRoots;
    private long before;
    private Checkpoint? tooLarge;
    private Checkpoint? firstWrong;

    /// <summary>Number of checkpoints read so far, valid or not.</summary>
    public long Count { get; private set; }

    /// <summary>The last valid checkpoint.</summary>
    public (Checkpoint Checkpoint, string Note)? Last { get; private set; }

    /// <summary>Number of entries that a valid checkpoint covers.</summary>
    public long Covered => Last?.Checkpoint.Size ?? 0;

    /// <summary>Reads a line; null when it is not a checkpoint.</summary>
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

    /// <summary>Checks a checkpoint that follows the entries of <paramref name="range"/>.</summary>
    /// <param name="read">The checkpoint.</param>
    /// <param name="range">The entries before it.</param>
    /// <param name="numbered">Number of entries according to their sequence numbers: more than were read if some were reported missing.</param>
    public void Take((SignedNote Note, Checkpoint Checkpoint, string Text) read, CompactRange range, long numbered)
    {
        var checkpoint = read.Checkpoint;
        var isSigned = keys.Accept(read.Note, checkpoint, out var signers);
        if (keys.Origin is { } origin && origin != checkpoint.Origin)
        {
            findings.Checkpoint(ProblemKind.CheckpointOrigin, checkpoint.Size, $"The checkpoint of {checkpoint.Size:N0} entries belongs to another ledger: its origin is {checkpoint.Origin}, but this ledger's is {origin}.");
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

    /// <summary>Call when another entry or checkpoint follows.</summary>
    public void Follow()
    {
        if (tooLarge is not { } checkpoint) return;
        tooLarge = null;
        Larger(checkpoint, "but fewer entries come before it: entries were removed.");
    }

    /// <summary>Call at the end of the journal.</summary>
    public void End(long entries)
    {
        if (tooLarge is { } checkpoint) Larger(checkpoint, $"but the ledger ends after {entries:N0}: entries were removed.");
        if (firstWrong is not { } wrong) return;
        var others = wrongRoots switch { <= 1 => "", 2 => ", and neither does a later one", _ => $", and neither do {wrongRoots - 1:N0} later ones" };
        var isChained = !findings.Problems.Exists(problem => problem.Entry < wrong.Size);
        findings.Checkpoint(
            ProblemKind.CheckpointRoot,
            wrong.Size,
            $"The checkpoint of {wrong.Size:N0} entries does not match the entries before it{others}. "
                + (isChained ? $"The chain is intact, so someone changed entry {wrong.Size - 1}, and perhaps others from {before} on, and recalculated the chain." : "It was signed before they were changed."));
    }

    private void WrongRoot(Checkpoint checkpoint)
    {
        wrongRoots++;
        if (firstWrong is not null) return;
        firstWrong = checkpoint;
        before = Covered;
    }

    private void Resize(Checkpoint checkpoint, long entries)
    {
        if (checkpoint.Size > entries) tooLarge = checkpoint;
        else findings.Checkpoint(ProblemKind.CheckpointSize, checkpoint.Size, $"The checkpoint of {checkpoint.Size:N0} entries comes after {entries:N0}: entries were inserted before it, or it was moved.");
    }

    private void Larger(Checkpoint checkpoint, string what) =>
        findings.Checkpoint(ProblemKind.CheckpointSize, checkpoint.Size, $"The checkpoint of {checkpoint.Size:N0} entries was signed, {what}");
}
