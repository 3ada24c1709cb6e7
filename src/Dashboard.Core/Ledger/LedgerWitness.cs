namespace Dashboard.Core.Ledger;

/// <summary>An independent witness that keeps our checkpoints, and how far it has come (https://c2sp.org/tlog-witness).</summary>
public sealed class LedgerWitness
{
    private LedgerWitness()
    {
    }

    public string Url { get; private set; } = "";

    /// <summary>Size of the newest checkpoint that the witness has; 0 before the first.</summary>
    public long Size { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>The witness's own signature lines under the newest checkpoint; empty if it returned none.</summary>
    public string Cosignatures { get; private set; } = "";

    /// <summary>When it last failed, if it has not succeeded since. <see cref="Failures"/> counts the failures in a row.</summary>
    public DateTimeOffset? FailedAt { get; private set; }

    public int Failures { get; private set; }

    /// <summary>Why it failed, in plain words.</summary>
    public string? Problem { get; private set; }

    public static LedgerWitness At(string url) => new() { Url = url };

    public void Accepted(long size, string cosignatures, DateTimeOffset now)
    {
        (Size, AcceptedAt, Cosignatures) = (size, now, cosignatures);
        (FailedAt, Failures, Problem) = (null, 0, null);
    }

    /// <summary>The witness reported a different size than we expected. The next attempt starts from there.</summary>
    public void IsAt(long size) => Size = size;

    public void Failed(string problem, DateTimeOffset now) => (FailedAt, Failures, Problem) = (now, Failures + 1, problem);

    /// <summary>When to try again: after one minute, then at growing intervals of up to one hour.</summary>
    public DateTimeOffset? NextAttempt => FailedAt + TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, Failures - 1)));
}
