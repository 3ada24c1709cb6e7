using System.Text.Json.Nodes;
using Dashboard.Ledger;

namespace Dashboard.Benchmarks.Ledger;

/// <summary>A valid journal with entries of about 1,000 bytes: numbered, chained and signed like a real one.</summary>
internal static class SyntheticJournal
{
    private const string Origin = "benchmark.example/ledger";
    private const int EntryBytes = 1000;

    /// <summary>Writes the journal and returns the key that signs it.</summary>
    public static NoteKey Write(string file, int entries, int checkpointEvery)
    {
        var signer = NoteSigner.Generate(Origin);
        var range = new CompactRange();
        MerkleHash? previous = null;
        var time = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var filler = new string('x', 580);
        using var journal = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        for (var i = 0; i < entries; i++)
        {
            var details = i == 0 ? KeyEntries.BegunDetails(signer.Key, Origin) : new JsonObject { ["reason"] = filler };
            var entry = new EntryContent(
                i, time.AddSeconds(i), new("lead-1", "Dana Reyes", "GovernanceLead", "USDS", "US"), i == 0 ? KeyEntries.Begun : "member.suspended",
                new("member", $"{i}", "Ari Chen"), [], "Dana Reyes suspended Ari Chen.", [new("state", "Active", "Suspended")], details, previous);
            var leaf = entry.ToBytes();
            journal.Write(JournalLines.Entry(leaf));
            previous = MerkleHash.Leaf(leaf);
            range.Append(previous.Value);
            if ((i + 1) % checkpointEvery == 0 || i + 1 == entries)
                journal.Write(JournalLines.Checkpoint(signer.Sign(new Checkpoint(Origin, range.Size, range.Root).ToText())));
        }

        if (entries > 100 && journal.Length / entries is < EntryBytes * 9 / 10 or > EntryBytes * 11 / 10)
            throw new InvalidOperationException($"The entries have {journal.Length / entries} bytes on average, not about {EntryBytes}.");
        return signer.Key;
    }
}
