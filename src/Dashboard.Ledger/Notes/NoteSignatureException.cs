namespace Dashboard.Ledger;

/// <summary>A well-formed note that must not be believed.</summary>
public sealed class NoteSignatureException : Exception
{
    /// <summary>Makes the exception; the message is one or more whole sentences.</summary>
    public NoteSignatureException(string message, NoteKey? key)
        : base(message) => Key = key;

    /// <summary>The known key whose signature is false; null where no signature is by a known key.</summary>
    public NoteKey? Key { get; }
}
