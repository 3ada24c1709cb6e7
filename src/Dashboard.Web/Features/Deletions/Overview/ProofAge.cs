namespace Dashboard.Web.Features.Deletions.Overview;

/// <summary>How long a reported deletion has been without proof, compared with the reporting interval of its source.</summary>
public enum ProofAge
{
    /// <summary>The source was not due to report since then.</summary>
    Due,

    /// <summary>The source should have reported by now, and has not verified it.</summary>
    Late,

    /// <summary>The source should have reported three times.</summary>
    LongLate,
}

internal static class ProofAges
{
    private const int Long = 3;

    public static ProofAge Of(DateTimeOffset performedAt, TimeSpan interval, DateTimeOffset now) => (now - performedAt) switch
    {
        var age when age <= interval => ProofAge.Due,
        var age when age <= Long * interval => ProofAge.Late,
        _ => ProofAge.LongLate,
    };

    public static string Text(this ProofAge age) => age switch
    {
        ProofAge.Due => "within the reporting interval of its source",
        ProofAge.Late => "longer than the reporting interval of its source",
        _ => "longer than three reporting intervals of its source",
    };
}
