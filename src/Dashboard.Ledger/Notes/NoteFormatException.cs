namespace Dashboard.Ledger;

/// <summary>A text that is no signed note, checkpoint, key or proof file; the message says what is wrong.</summary>
public sealed class NoteFormatException : FormatException
{
    /// <summary>Makes the exception; the message is one or more whole sentences.</summary>
    public NoteFormatException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
