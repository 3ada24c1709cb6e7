namespace Dashboard.Ledger;

/// <summary>
/// A proof that a ledger only grew since an earlier checkpoint, in the format of a request to a witness (https://c2sp.org/tlog-witness,
/// add-checkpoint).
/// </summary>
/// <param name="OlderSize">Number of entries that the earlier checkpoint covers.</param>
/// <param name="Path">Consistency proof (RFC 6962 section 2.1.2); empty from size 0.</param>
/// <param name="CheckpointNote">The whole note of the newer signed checkpoint.</param>
public sealed record ConsistencyProofFile(long OlderSize, IReadOnlyList<MerkleHash> Path, string CheckpointNote)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="NoteFormatException">The text is not a consistency proof; the message says what is wrong.</exception>
    public static ConsistencyProofFile Parse(string text)
    {
        var (head, note) = ProofText.Divide(text, "consistency proof");
        if (!head[0].StartsWith("old ", StringComparison.Ordinal) || !NoteText.TryParseNumber(head[0].AsSpan(4), out var size))
            throw new NoteFormatException("The first line of a consistency proof is \"old\" and the number of entries of the earlier checkpoint.");
        return new(size, ProofText.Hashes(head[1..]), note);
    }

    /// <summary>The file's text.</summary>
    public string ToText() => $"old {OlderSize}\n{ProofText.Lines(Path)}\n{CheckpointNote}";

    /// <summary>Whether the newer tree begins with the whole older one. The caller must verify both signatures.</summary>
    public bool Proves(Checkpoint older, Checkpoint newer) =>
        older.Size == OlderSize && MerkleProof.VerifyConsistency(older.Size, newer.Size, older.Root, newer.Root, Path);
}
