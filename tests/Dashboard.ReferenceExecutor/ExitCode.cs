namespace Dashboard.ReferenceExecutor;

/// <summary>What scripts see.</summary>
internal static class ExitCode
{
    /// <summary>Every item of every order is deleted and reported, or there was nothing to do.</summary>
    public const int Done = 0;

    /// <summary>Some item could not be deleted, or some order or report was refused. The rest is done.</summary>
    public const int Incomplete = 1;

    /// <summary>Wrong usage, a token that is refused, or a dashboard that does not answer.</summary>
    public const int Unusable = 2;

    /// <summary>An order that the ledger's key did not sign. Nothing of it, and nothing after it, was done.</summary>
    public const int NotSigned = 3;
}
