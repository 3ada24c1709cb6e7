namespace Dashboard.Web.Features.Deletions.Overview;

/// <summary>How long something has been reported deleted without proof, against the interval in which its source reports.</summary>
public enum ProofAge
{
    /// <summary>The source has not had to report since.</summary>
    Due,

    /// <summary>Its report should have come, and has not verified it.</summary>
    Late,

    /// <summary>Three reports should have come.</summary>
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

    public static string Words(this ProofAge age) => age switch
    {
        ProofAge.Due => "within the interval of its source",
        ProofAge.Late => "longer than its source's interval",
        _ => "longer than three intervals of its source",
    };
}
