namespace Dashboard.Ledger;

/// <summary>A value that has no canonical JSON; the message says which and why.</summary>
public sealed class CanonicalJsonException : FormatException
{
    /// <summary>Makes the exception; the message is one or more whole sentences.</summary>
    public CanonicalJsonException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
