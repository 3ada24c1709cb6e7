namespace Dashboard.Core.Migration;

/// <summary>How two copies were compared.</summary>
public enum ComparisonMethod
{
    /// <summary>Digests of the full content, computed for both copies.</summary>
    ChecksumRun,

    /// <summary>Every row or object of one copy against the other.</summary>
    RowByRow,

    /// <summary>A random sample of rows or objects.</summary>
    Sampled,
}

/// <summary>What a comparison found.</summary>
public enum ComparisonResult
{
    Equal,
    Different,
}
