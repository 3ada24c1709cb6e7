namespace Dashboard.Ledger;

/// <summary>
/// A ledger's head: its origin, its number of entries and their Merkle root (https://c2sp.org/tlog-checkpoint). It is the text of a signed note.
/// </summary>
/// <param name="Origin">The ledger's name: one line that is not empty.</param>
/// <param name="Size">Number of entries, 0 or more.</param>
/// <param name="Root">Merkle root of these entries (RFC 6962 section 2.1).</param>
public sealed record Checkpoint(string Origin, long Size, MerkleHash Root)
{
    /// <summary>Additional lines, each with its line feed, kept unchanged. We write none.</summary>
    public string Extension { get; init; } = "";

    /// <summary>Reads the text of a note (not the note with its signatures).</summary>
    /// <exception cref="NoteFormatException">The text is not a checkpoint; the message says what is wrong.</exception>
    public static Checkpoint Parse(string noteText)
    {
        ArgumentNullException.ThrowIfNull(noteText);
        if (noteText.Split('\n', 4) is not [var origin, var size, var root, var extension])
            throw new NoteFormatException("A checkpoint has at least three lines: origin, number of entries, root hash.");
        if (origin.Length == 0) throw new NoteFormatException("The first line of a checkpoint, its origin, is empty.");
        if (!NoteText.TryParseNumber(size, out var entries))
            throw new NoteFormatException("The second line of a checkpoint is its number of entries in decimal digits, without leading zeros.");
        if (!MerkleHash.TryParseBase64(root, out var hash))
            throw new NoteFormatException("The third line of a checkpoint is its root hash: the base64 of 32 bytes, 44 characters.");
        if (extension is ['\n', ..] || extension.Contains("\n\n", StringComparison.Ordinal) || extension is not ([] or [.., '\n']))
            throw new NoteFormatException("Additional lines of a checkpoint must not be empty, and the last one must end with a line feed.");
        return new(origin, entries, hash) { Extension = extension };
    }

    /// <summary>The text to sign.</summary>
    /// <exception cref="NoteFormatException">The origin is empty or more than one line.</exception>
    public string ToText()
    {
        if (Origin.Length == 0 || Origin.Contains('\n')) throw new NoteFormatException("A checkpoint's origin must be one line that is not empty.");
        return $"{Origin}\n{Size}\n{Root.ToBase64()}\n{Extension}";
    }
}
