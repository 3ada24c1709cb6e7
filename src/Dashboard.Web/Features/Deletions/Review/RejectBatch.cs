using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Deletions.Decisions;

namespace Dashboard.Web.Features.Deletions.Review;

/// <summary>Rejects a batch. This ends it and frees its copies for another batch.</summary>
internal sealed class RejectBatch(BatchDecisions decisions)
{
    public Task<Result> HandleAsync(long batchId, string reason, CancellationToken cancellationToken) => decisions.DecideAsync(
        Permission.ReviewDeletions, batchId, decision => RejectAsync(decision, reason, cancellationToken), cancellationToken);

    private static async Task<Result<LedgerDraft>> RejectAsync(BatchDecision decision, string reason, CancellationToken cancellationToken)
    {
        var (context, batch, member, _, now) = decision;
        if (batch.Reject(member, reason, now).Refusal is { } refusal)
            return refusal;
        await BatchItems.ReleaseClaimsAsync(context, batch, cancellationToken);
        return BatchEntries.Of(LedgerActions.BatchRejected, batch, $"rejected the deletion batch “{batch.Name}”: {BatchEntries.Because(reason)}");
    }
}
