using Dashboard.Ledger;

namespace Dashboard.LedgerCheck;

/// <summary>Verifies that a ledger only grew since an earlier checkpoint.</summary>
internal static class ConsistencyVerb
{
    public static int Run(Arguments arguments)
    {
        var proof = ConsistencyProofFile.Parse(Arguments.ReadText(arguments.File));
        var earlier = SignedNote.Parse(arguments.ReadEarlier() ?? throw new UsageException("Specify the checkpoint that you kept with --earlier."));
        var note = SignedNote.Parse(proof.CheckpointNote);
        var (older, newer) = (Checkpoint.Parse(earlier.Text), Checkpoint.Parse(note.Text));
        if (older.Size != proof.OlderSize)
            throw new UsageException($"The proof starts from a checkpoint of {Shown.Entries(proof.OlderSize)}, but yours is of {Shown.Entries(older.Size)}. Request a proof from {older.Size}.");
        try
        {
            earlier.Verify(arguments.RequiredKeys);
            var signers = note.Verify(arguments.RequiredKeys);
            if (older.Origin != newer.Origin) return Wrong($"The checkpoints belong to different ledgers: {older.Origin} and {newer.Origin}.");
            if (!proof.Proves(older, newer))
                return Wrong($"The ledger of {Shown.Entries(newer.Size)} does not begin with the {Shown.Entries(older.Size)} that your checkpoint covers: it was rewritten or rolled back, or the proof was changed.");
            Console.WriteLine($"Verified: the ledger {newer.Origin} grew from {older.Size:N0} to {Shown.Entries(newer.Size)}, and none of the first {older.Size:N0} changed.");
            Shown.Keys("signed by key", signers);
            return ExitCode.Verified;
        }
        catch (NoteSignatureException refused)
        {
            return Wrong(refused.Message);
        }
    }

    private static int Wrong(string problem) => Shown.Wrong("Not verified: the file does not prove that the ledger only grew.", problem);
}
