using Dashboard.Core.Ledger;

namespace Dashboard.Web.Features.Ledger.Watch;

/// <param name="Entries">Number of entries found good.</param>
/// <param name="FullAt">When the whole log was last checked from its beginning.</param>
/// <param name="Problem">What does not agree; null when all does.</param>
public sealed record LedgerLook(long Entries, DateTimeOffset At, DateTimeOffset FullAt, LedgerProblem? Problem);

/// <summary>What this server's self-check found last.</summary>
internal sealed class LedgerCondition
{
    /// <summary>Null until the first look is done.</summary>
    public LedgerLook? Latest { get; private set; }

    public void Checked(LedgerLook look) => Latest = look;
}
