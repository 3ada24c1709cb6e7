namespace Dashboard.Ledger;

/// <summary>What even a flawless journal leaves open.</summary>
internal static class Unproved
{
    public static IEnumerable<string> Sentences(VerifierOptions options, JournalFrame frame, long entries)
    {
        if (frame.IsPartial)
        {
            yield return $"This is a partial export of {entries:N0} entries from entry {frame.Range.Size:N0}; of all others it holds only hashes.";
        }

        if (options.Keys.Count == 0)
        {
            yield return "No key was given, so the keys that the journal itself names were taken: anybody could have written a whole ledger with a key of their own. "
                + "Get the public key from whom you trust, and compare.";
        }

        if (options.Earlier is null)
        {
            yield return "No earlier checkpoint was given: whoever holds the signing key could have rewritten everything and signed it anew. "
                + "Keep the last checkpoint, and give it next time: then no entry before it can change unseen.";
        }
    }
}
