using Dashboard.Core.Ledger;

namespace Dashboard.Web.Features.Ledger.Watch;

/// <param name="Entries">Number of valid entries.</param>
/// <param name="FullAt">When the whole ledger was last checked from the beginning.</param>
/// <param name="Problem">The problem found; null if everything is consistent.</param>
public sealed record LedgerCheckResult(long Entries, DateTimeOffset At, DateTimeOffset FullAt, LedgerProblem? Problem);

/// <summary>The latest result of this server's self-check.</summary>
internal sealed class LedgerCondition
{
    /// <summary>Null until the first check is done.</summary>
    public LedgerCheckResult? Latest { get; private set; }

    public void Checked(LedgerCheckResult result) => Latest = result;
}
