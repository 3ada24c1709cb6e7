namespace Dashboard.Web.Features.Deletions.Overview;

/// <summary>Whether the report that could verify a reported deletion is due.</summary>
public enum ProofAge
{
    /// <summary>The next report of the source is not due yet.</summary>
    Due,

    /// <summary>The next report is overdue, or the source has never reported.</summary>
    Late,

    /// <summary>The next report has been overdue for more than two further intervals.</summary>
    LongLate,
}

internal static class ProofAges
{
    private const int Long = 2;

    /// <param name="expectedAt">When the next report of the source is or was due; null if it has never reported.</param>
    public static ProofAge Of(DateTimeOffset? expectedAt, TimeSpan interval, DateTimeOffset now) =>
        expectedAt is not { } expected ? ProofAge.Late
        : now <= expected ? ProofAge.Due
        : now <= expected + (Long * interval) ? ProofAge.Late
        : ProofAge.LongLate;

    public static string Text(this ProofAge age) => age switch
    {
        ProofAge.Due => "the next report of its source is not due yet",
        ProofAge.Late => "the next report of its source is overdue",
        _ => "the next report of its source is long overdue",
    };
}
