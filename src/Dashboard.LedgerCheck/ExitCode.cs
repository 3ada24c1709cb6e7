namespace Dashboard.LedgerCheck;

/// <summary>What scripts see.</summary>
internal static class ExitCode
{
    public const int Verified = 0;

    /// <summary>Something is wrong with the ledger.</summary>
    public const int Wrong = 1;

    /// <summary>Wrong usage, or input that cannot be read: nothing can be said of the ledger.</summary>
    public const int Unusable = 2;
}
