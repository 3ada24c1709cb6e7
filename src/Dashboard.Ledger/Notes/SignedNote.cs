namespace Dashboard.Ledger;

/// <summary>A text with signatures (https://c2sp.org/signed-note). Do not trust the text before <see cref="Verify"/> succeeds.</summary>
public sealed class SignedNote
{
    /// <summary>Maximum number of signatures; the specification requires support for at least 16.</summary>
    public const int MostSignatures = 100;

    private const int MaxNoteLength = 1 << 20;

    private SignedNote(string text, NoteSignature[] signatures)
    {
        Text = text;
        Signatures = signatures;
    }

    /// <summary>The signed text; ends with a line feed.</summary>
    public string Text { get; }

    /// <summary>The signatures in order, not verified.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Splits a note into its text and signatures.</summary>
    /// <exception cref="NoteFormatException">The text is not a signed note; the message says what is wrong.</exception>
    public static SignedNote Parse(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (note.Length > MaxNoteLength) throw new NoteFormatException("The note is longer than a million characters.");
        NoteText.RefuseInvalidCharacters(note);
        var split = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0) throw new NoteFormatException("A signed note has an empty line between its text and its signatures; there is none.");
        if (note[^1] != '\n') throw new NoteFormatException("The last line of the note does not end with a line feed; it may have been cut off.");
        var lines = note[(split + 2)..].Split('\n')[..^1];
        if (lines.Length == 0) throw new NoteFormatException("There is no signature under the note.");
        if (lines.Length > MostSignatures) throw new NoteFormatException($"The note has more than {MostSignatures} signatures.");
        return new(note[..(split + 1)], [.. lines.Select(NoteSignature.Parse)]);
    }

    /// <summary>Verifies the signatures by keys that the caller trusts. Signatures by other keys are ignored.</summary>
    /// <returns>The keys that signed; at least one.</returns>
    /// <exception cref="NoteSignatureException">A known key's signature is invalid, or no known key signed.</exception>
    public IReadOnlyList<NoteKey> Verify(IEnumerable<NoteKey> keys)
    {
        var known = keys.ToList();
        var text = NoteText.Utf8.GetBytes(Text);
        var signed = new List<NoteKey>();
        foreach (var signature in Signatures)
        {
            var claimed = known.FindAll(signature.IsBy);
            if (claimed.Count == 0) continue;
            var by = claimed.Find(key => key.Verify(text, signature.Bytes))
                ?? throw new NoteSignatureException($"The signature by {signature.Name} (key {signature.KeyIdText}) is invalid: the text or the signature was changed.", claimed[0]);
            if (!signed.Contains(by)) signed.Add(by);
        }

        return signed.Count > 0
            ? signed
            : throw new NoteSignatureException($"No known key signed this note. It is signed by {Names()}.", key: null);
    }

    /// <summary>The whole note, exactly as it was parsed.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(signature => signature.ToLine()))}";

    private string Names() => string.Join(", ", Signatures.Select(signature => $"{signature.Name} (key {signature.KeyIdText})"));
}
