using System.Text.Json.Nodes;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Deletions.Decisions;

namespace Dashboard.Web.Features.Deletions.Batches;

/// <summary>Withdraws a batch before any of it is executed. This frees its copies for another batch.</summary>
internal sealed class WithdrawBatch(BatchDecisions decisions)
{
    public Task<Result> HandleAsync(long batchId, string reason, CancellationToken cancellationToken) => decisions.DecideAsync(
        Permission.ProposeDeletions, batchId, decision => WithdrawAsync(decision, reason, cancellationToken), cancellationToken);

    private static async Task<Result<LedgerDraft>> WithdrawAsync(BatchDecision decision, string reason, CancellationToken cancellationToken)
    {
        var (context, batch, member, positions, now) = decision;
        if (batch.Withdraw(member, reason, now).Refusal is { } refusal)
            return refusal;
        var moves = await BatchEffects.TakeBackAsync(context, batch, positions, now, cancellationToken);
        await BatchItems.ReleaseClaimsAsync(context, batch, cancellationToken);
        return BatchEntries.Of(
            LedgerActions.BatchWithdrawn, batch, $"withdrew the deletion batch “{batch.Name}”: {BatchEntries.Because(reason)}", new JsonObject().With(moves));
    }
}
