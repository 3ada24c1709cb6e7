namespace Dashboard.Ledger;

/// <summary>A text with signatures under it (https://c2sp.org/signed-note). Until <see cref="Verify"/> has answered, nobody vouches for the text.</summary>
public sealed class SignedNote
{
    /// <summary>Signatures that are looked at; the specification asks for at least 16.</summary>
    public const int MostSignatures = 100;

    private const int LargestNote = 1 << 20;

    private SignedNote(string text, NoteSignature[] signatures)
    {
        Text = text;
        Signatures = signatures;
    }

    /// <summary>The signed text; ends with a line feed.</summary>
    public string Text { get; }

    /// <summary>The signatures in their order, verified or not.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Takes a note apart.</summary>
    /// <exception cref="NoteFormatException">It is not a signed note; the message says what is wrong.</exception>
    public static SignedNote Parse(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (note.Length > LargestNote) throw new NoteFormatException("The note is longer than a million characters.");
        NoteText.RefuseStrangeCharacters(note);
        var split = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0) throw new NoteFormatException("A signed note has an empty line between its text and its signatures; there is none.");
        if (note[^1] != '\n') throw new NoteFormatException("The last line of the note has no end; perhaps it was cut off.");
        var lines = note[(split + 2)..].Split('\n')[..^1];
        if (lines.Length == 0) throw new NoteFormatException("There is no signature under the note.");
        if (lines.Length > MostSignatures) throw new NoteFormatException($"The note has more than {MostSignatures} signatures.");
        return new(note[..(split + 1)], [.. lines.Select(NoteSignature.Parse)]);
    }

    /// <summary>Checks the signatures by keys that the caller trusts. Signatures by other keys are passed over.</summary>
    /// <returns>The keys that signed; at least one.</returns>
    /// <exception cref="NoteSignatureException">A known key's signature is false, or no known key signed.</exception>
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
                ?? throw new NoteSignatureException($"The signature of {signature.Name} (key {signature.KeyIdText}) is false: the text or the signature was changed.", claimed[0]);
            if (!signed.Contains(by)) signed.Add(by);
        }

        return signed.Count > 0
            ? signed
            : throw new NoteSignatureException($"No key that is known here signed this. It is signed by {Names()}.", key: null);
    }

    /// <summary>The whole note again.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(signature => signature.ToLine()))}";

    private string Names() => string.Join(", ", Signatures.Select(signature => $"{signature.Name} (key {signature.KeyIdText})"));
}
