namespace Dashboard.Ledger;

/// <summary>A text that is not a signed note, checkpoint, key or proof file. The message says what is wrong.</summary>
public sealed class NoteFormatException : FormatException
{
    /// <summary>Creates the exception; the message is one or more whole sentences.</summary>
    public NoteFormatException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
