namespace Dashboard.Ledger;

/// <summary>
/// A proof that an entry is in the ledger, as a file to keep (https://c2sp.org/tlog-proof, extension <c>.tlog-proof</c>). Its extra data is
/// the entry itself, so the file can be checked on its own. The proof covers the entry, because the leaf is computed from these bytes.
/// </summary>
/// <param name="Index">Number of the entry, from 0.</param>
/// <param name="Path">Inclusion proof (RFC 6962 section 2.1.1).</param>
/// <param name="CheckpointNote">The whole note of the signed checkpoint.</param>
/// <param name="Entry">The entry's bytes; null when the file does not contain them.</param>
public sealed record InclusionProofFile(long Index, IReadOnlyList<MerkleHash> Path, string CheckpointNote, byte[]? Entry)
{
    /// <summary>The file name extension.</summary>
    public const string Ending = ".tlog-proof";

    private const string FirstLine = "c2sp.org/tlog-proof@v1";

    /// <summary>Reads a file.</summary>
    /// <exception cref="NoteFormatException">The text is not an inclusion proof; the message says what is wrong.</exception>
    public static InclusionProofFile Parse(string text)
    {
        var (head, note) = ProofText.Divide(text, "inclusion proof");
        if (head[0] != FirstLine) throw new NoteFormatException($"The first line of an inclusion proof is {FirstLine}.");
        byte[]? entry = null;
        var at = 1;
        if (head.Length > at && head[at].StartsWith("extra ", StringComparison.Ordinal) && !StrictBase64.TryDecode(head[at++].AsSpan(6), out entry))
            throw new NoteFormatException("The line \"extra\" of the inclusion proof is not base64; it may have been cut off.");
        if (head.Length <= at || !head[at].StartsWith("index ", StringComparison.Ordinal) || !NoteText.TryParseNumber(head[at].AsSpan(6), out var index))
            throw new NoteFormatException("The inclusion proof has no line \"index\" with the entry's number.");
        return new(index, ProofText.Hashes(head[(at + 1)..]), note, entry);
    }

    /// <summary>The file's text.</summary>
    public string ToText() =>
        $"{FirstLine}\n{(Entry is null ? "" : $"extra {Convert.ToBase64String(Entry)}\n")}index {Index}\n{ProofText.Lines(Path)}\n{CheckpointNote}";

    /// <summary>Whether the entry is at <see cref="Index"/> of the checkpoint's tree. The caller must verify the checkpoint's signature.</summary>
    public bool Proves(ReadOnlySpan<byte> entry, Checkpoint checkpoint) =>
        MerkleProof.VerifyInclusion(Index, checkpoint.Size, MerkleHash.Leaf(entry), Path, checkpoint.Root);
}
