namespace Dashboard.Ledger;

/// <summary>A value that has no canonical JSON (RFC 8785). The message names the value and the reason.</summary>
public sealed class CanonicalJsonException : FormatException
{
    /// <summary>Creates the exception; the message is one or more whole sentences.</summary>
    public CanonicalJsonException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
