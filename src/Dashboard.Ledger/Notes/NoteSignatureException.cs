namespace Dashboard.Ledger;

/// <summary>A well-formed note whose signatures are invalid or by unknown keys only.</summary>
public sealed class NoteSignatureException : Exception
{
    /// <summary>Creates the exception; the message is one or more whole sentences.</summary>
    public NoteSignatureException(string message, NoteKey? key)
        : base(message) => Key = key;

    /// <summary>The known key whose signature is invalid; null when no signature is by a known key.</summary>
    public NoteKey? Key { get; }
}
