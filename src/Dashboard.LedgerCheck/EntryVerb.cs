using System.Text;
using Dashboard.Ledger;

namespace Dashboard.LedgerCheck;

/// <summary>Verifies that one entry is in the ledger.</summary>
internal static class EntryVerb
{
    public static int Run(Arguments arguments)
    {
        if (arguments.EarlierFile is not null) throw new UsageException("--earlier cannot be used with \"entry\".");
        var proof = InclusionProofFile.Parse(Arguments.ReadText(arguments.File));
        if (proof.Entry is not { } entry) throw new UsageException("The proof does not contain the entry itself (the line \"extra\"), so there is nothing to verify.");
        var note = SignedNote.Parse(proof.CheckpointNote);
        var checkpoint = Checkpoint.Parse(note.Text);
        try
        {
            var signers = note.Verify(arguments.RequiredKeys);
            if (!proof.Proves(entry, checkpoint))
                return Wrong($"The proof does not lead from this entry to the checkpoint of {Shown.Entries(checkpoint.Size)}: the entry, its number or the proof was changed.");
            var content = EntryContent.Parse(entry);
            if (content.Sequence != proof.Index) return Wrong($"The proof is for entry {proof.Index}, but the entry has the number {content.Sequence}.");
            Console.WriteLine($"Verified: entry {proof.Index} is in the ledger {checkpoint.Origin} of {Shown.Entries(checkpoint.Size)}.");
            Shown.Line("written", Shown.Time(content.Time));
            Shown.Line("says", content.Sentence);
            Shown.Keys("signed by key", signers);
            Console.WriteLine();
            Console.WriteLine(Encoding.UTF8.GetString(entry));
            return ExitCode.Verified;
        }
        catch (NoteSignatureException refused)
        {
            return Wrong(refused.Message);
        }
        catch (EntryFormatException refused)
        {
            return Wrong($"The proof is valid, but its content is not an entry. {refused.Message}");
        }
    }

    private static int Wrong(string problem) => Shown.Wrong("Not verified: the file does not prove that the entry is in the ledger.", problem);
}
