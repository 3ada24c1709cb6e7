using Dashboard.Core.Administration;

namespace Dashboard.Core.Ledger;

/// <summary>Records what changes nothing but is to be answered for, such as rows that leave the dashboard.</summary>
public static class LedgerRecording
{
    /// <summary>When this returns, the entry is in the log; when it throws, nothing was recorded and nothing may be handed out.</summary>
    public static async Task RecordAsync(
        this DashboardContext context, Member actor, LedgerDraft draft, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var change = await context.BeginChangeAsync(actor, clock, cancellationToken);
        await change.CommitAsync(draft, cancellationToken);
    }
}
