namespace Dashboard.Ledger;

/// <summary>Bytes that are no ledger entry, or content that cannot become one; the message says what is wrong.</summary>
public sealed class EntryFormatException : FormatException
{
    /// <summary>Makes the exception; the message is one or more whole sentences.</summary>
    public EntryFormatException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
