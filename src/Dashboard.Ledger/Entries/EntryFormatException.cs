namespace Dashboard.Ledger;

/// <summary>Bytes that are not a ledger entry, or content that cannot become one. The message says what is wrong.</summary>
public sealed class EntryFormatException : FormatException
{
    /// <summary>Creates the exception; the message is one or more whole sentences.</summary>
    public EntryFormatException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
