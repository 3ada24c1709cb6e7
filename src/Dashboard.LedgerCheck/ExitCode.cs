namespace Dashboard.LedgerCheck;

/// <summary>Exit codes for scripts.</summary>
internal static class ExitCode
{
    public const int Verified = 0;

    /// <summary>Something is wrong with the ledger.</summary>
    public const int Wrong = 1;

    /// <summary>Wrong usage or unreadable input: the ledger was not checked.</summary>
    public const int Unusable = 2;
}
