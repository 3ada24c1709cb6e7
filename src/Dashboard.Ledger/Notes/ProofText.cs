namespace Dashboard.Ledger;

/// <summary>The common parts of both proof files: lines of hashes, an empty line, a checkpoint.</summary>
internal static class ProofText
{
    /// <summary>Maximum length of a proof (https://c2sp.org/tlog-witness).</summary>
    private const int MaxHashes = 63;

    /// <summary>Splits a file at its first empty line.</summary>
    public static (string[] Head, string Note) Divide(string text, string what)
    {
        ArgumentNullException.ThrowIfNull(text);
        NoteText.RefuseInvalidCharacters(text);
        var split = text.IndexOf("\n\n", StringComparison.Ordinal);
        return split > 0
            ? (text[..split].Split('\n'), text[(split + 2)..])
            : throw new NoteFormatException($"The file is not a valid {what}: it has no empty line with a checkpoint after it.");
    }

    public static MerkleHash[] Hashes(IEnumerable<string> lines)
    {
        var hashes = lines.Select(line => MerkleHash.TryParseBase64(line, out var hash)
            ? hash
            : throw new NoteFormatException("A line of the proof is not the base64 of a hash (44 characters).")).ToArray();
        return hashes.Length <= MaxHashes ? hashes : throw new NoteFormatException($"The proof has {hashes.Length} hashes; a proof never needs more than {MaxHashes}.");
    }

    public static string Lines(IEnumerable<MerkleHash> hashes) => string.Concat(hashes.Select(hash => hash.ToBase64() + "\n"));
}
