namespace Dashboard.ReferenceExecutor;

/// <summary>Exit codes for scripts.</summary>
internal static class ExitCode
{
    /// <summary>Every item of every order is deleted and reported, or there was nothing to do.</summary>
    public const int Done = 0;

    /// <summary>An item could not be deleted, or an order or report was refused. Everything else is done.</summary>
    public const int Incomplete = 1;

    /// <summary>Wrong usage, a refused token, or a dashboard that does not respond.</summary>
    public const int Unusable = 2;

    /// <summary>An order is not signed by the ledger's key. This order and all later ones were not executed.</summary>
    public const int NotSigned = 3;
}
