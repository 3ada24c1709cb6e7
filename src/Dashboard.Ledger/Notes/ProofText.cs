namespace Dashboard.Ledger;

/// <summary>What the two proof files have in common: lines of hashes, an empty line, a checkpoint.</summary>
internal static class ProofText
{
    /// <summary>Longest proof there can be (https://c2sp.org/tlog-witness).</summary>
    private const int MostHashes = 63;

    /// <summary>Divides a file at its first empty line.</summary>
    public static (string[] Head, string Note) Divide(string text, string what)
    {
        ArgumentNullException.ThrowIfNull(text);
        NoteText.RefuseStrangeCharacters(text);
        var split = text.IndexOf("\n\n", StringComparison.Ordinal);
        return split > 0
            ? (text[..split].Split('\n'), text[(split + 2)..])
            : throw new NoteFormatException($"This is no {what}: it has no empty line with a checkpoint after it.");
    }

    public static MerkleHash[] Hashes(IEnumerable<string> lines)
    {
        var hashes = lines.Select(line => MerkleHash.TryParseBase64(line, out var hash)
            ? hash
            : throw new NoteFormatException("A line of the proof is not the base64 of a hash, 44 characters.")).ToArray();
        return hashes.Length <= MostHashes ? hashes : throw new NoteFormatException($"The proof has {hashes.Length} hashes; none needs more than {MostHashes}.");
    }

    public static string Lines(IEnumerable<MerkleHash> hashes) => string.Concat(hashes.Select(hash => hash.ToBase64() + "\n"));
}
