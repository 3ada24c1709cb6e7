namespace Dashboard.Ledger;

/// <summary>What the verification of a journal cannot prove, even when no problem was found.</summary>
internal static class Unproved
{
    public static IEnumerable<string> Sentences(VerifierOptions options, JournalFrame frame, long entries)
    {
        if (frame.IsPartial)
        {
            yield return $"This is a partial export: {(entries == 1 ? "1 entry" : $"{entries:N0} entries")} from entry {frame.Range.Size:N0} on. It contains only hashes of all other entries.";
        }

        if (options.Keys.Count == 0)
        {
            yield return "No key was given, so the keys that the journal itself names were used: anyone could have written a whole ledger with a key of their own. "
                + "Get the public key from someone you trust, and compare.";
        }

        if (options.Earlier is null)
        {
            yield return "No earlier checkpoint was given: the holder of the signing key could have rewritten everything and signed it again. "
                + "Keep the last checkpoint, and specify it next time. Then no entry before it can change unnoticed.";
        }
    }
}
