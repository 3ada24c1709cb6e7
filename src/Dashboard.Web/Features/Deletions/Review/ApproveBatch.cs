using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Deletions.Decisions;
using Dashboard.Web.Security;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Deletions.Review;

/// <param name="ManifestHash">Hash of the manifest that the reviewer saw. The approval covers exactly that manifest.</param>
internal sealed record ApproveBatchRequest(long BatchId, string ManifestHash);

/// <summary>Records a reviewer's approval, given right after signing in again. The gates are evaluated again.</summary>
internal sealed class ApproveBatch(BatchDecisions decisions, MemberAccess access, IOptions<DeletionSettings> settings)
{
    public async Task<Result> HandleAsync(ApproveBatchRequest request, CancellationToken cancellationToken)
    {
        var authenticatedAt = await access.AuthenticatedAtAsync();
        return await decisions.DecideAsync(
            Permission.ReviewDeletions, request.BatchId, decision => ApproveAsync(decision, request, authenticatedAt, cancellationToken), cancellationToken);
    }

    private async Task<Result<LedgerDraft>> ApproveAsync(
        BatchDecision decision, ApproveBatchRequest request, DateTimeOffset? authenticatedAt, CancellationToken cancellationToken)
    {
        var (context, batch, member, positions, now) = decision;
        if (batch.MayApprove(member).Refusal is { } refusal)
            return refusal;
        await BatchItems.EvaluateAsync(context, batch, positions, now, cancellationToken);
        if (batch.Approve(member, request.ManifestHash, authenticatedAt, settings.Value.Rules, now).Refusal is { } refused)
            return refused;
        var approvals = batch.ValidApprovals.Count();
        return BatchEntries.Of(
            LedgerActions.BatchApproved, batch, $"approved the deletion batch “{batch.Name}” ({approvals} of {batch.Quorum} approvals)",
            new()
            {
                ["approvals"] = approvals,
                ["quorum"] = batch.Quorum,
                ["authenticatedAt"] = LedgerDetails.Time(authenticatedAt!.Value),
                ["coolingOffUntil"] = batch.CoolingOffUntil is { } until ? LedgerDetails.Time(until) : null,
            });
    }
}
