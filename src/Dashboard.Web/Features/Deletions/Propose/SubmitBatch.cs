using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Deletions.Decisions;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Propose;

/// <summary>Submits a draft for review: evaluates its gates, fixes its manifest and claims its copies.</summary>
internal sealed class SubmitBatch(BatchDecisions decisions)
{
    public Task<Result> HandleAsync(long batchId, CancellationToken cancellationToken) =>
        decisions.DecideAsync(Permission.ProposeDeletions, batchId, decision => SubmitAsync(decision, cancellationToken), cancellationToken);

    private static async Task<Result<LedgerDraft>> SubmitAsync(BatchDecision decision, CancellationToken cancellationToken)
    {
        var (context, batch, member, positions, now) = decision;
        if (batch.MayEdit(member).Refusal is { } refusal)
            return refusal;
        await BatchItems.CountAsync(context, batch, positions, cancellationToken);
        await BatchItems.EvaluateAsync(context, batch, positions, now, cancellationToken);
        var rules = await context.QuorumRules.AsNoTracking().ToListAsync(cancellationToken);
        var quorum = QuorumRule.Of(rules, batch.Scope.Classifications.Select(classification => classification.ClassificationId), batch.Method);
        var hash = await BatchManifest.HashAsync(context, batch, quorum, cancellationToken);
        if (batch.Submit(member, hash, quorum, now).Refusal is { } unfit)
            return unfit;
        await BatchItems.ClaimAsync(context, batch, cancellationToken);
        return BatchEntries.Of(
            LedgerActions.BatchSubmitted, batch, $"submitted the deletion of {batch.Tally.Copies:N0} {(batch.Tally.Copies == 1 ? "copy" : "copies")}, “{batch.Name}”, for review",
            new() { ["quorum"] = quorum, ["method"] = batch.Method.ToString(), ["technique"] = batch.Technique, ["reason"] = LedgerDetails.Text(batch.Reason, 1_000) });
    }
}
