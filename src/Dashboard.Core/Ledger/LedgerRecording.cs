using Dashboard.Core.Administration;

namespace Dashboard.Core.Ledger;

/// <summary>Records actions that change no data but must be accounted for, such as rows that leave the dashboard.</summary>
public static class LedgerRecording
{
    /// <summary>If this returns, the entry is in the log. If it throws, nothing was recorded and nothing may be handed out.</summary>
    public static async Task RecordAsync(
        this DashboardContext context, Member actor, LedgerDraft draft, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var change = await context.BeginChangeAsync(actor, clock, cancellationToken);
        await change.CommitAsync(draft, cancellationToken);
    }
}
