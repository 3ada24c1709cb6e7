using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Deletions.Decisions;

namespace Dashboard.Web.Features.Deletions.Batches;

/// <summary>Stops an approved batch; any lead or reviewer may do so. Its approvals and work orders become void, and reviewers decide again.</summary>
internal sealed class StopBatch(BatchDecisions decisions)
{
    public Task<Result> HandleAsync(long batchId, string reason, CancellationToken cancellationToken) => decisions.DecideAsync(
        Permission.StopDeletions, batchId, decision => StopAsync(decision, reason, cancellationToken), cancellationToken);

    private static async Task<Result<LedgerDraft>> StopAsync(BatchDecision decision, string reason, CancellationToken cancellationToken)
    {
        var (context, batch, member, positions, now) = decision;
        if (batch.Stop(member, reason, now).Refusal is { } refusal)
            return refusal;
        var moves = await BatchEffects.TakeBackAsync(context, batch, positions, now, cancellationToken);
        return BatchEntries.Of(
            LedgerActions.BatchStopped, batch, $"stopped the deletion batch “{batch.Name}”: {BatchEntries.Because(reason)}", new System.Text.Json.Nodes.JsonObject().With(moves));
    }
}
