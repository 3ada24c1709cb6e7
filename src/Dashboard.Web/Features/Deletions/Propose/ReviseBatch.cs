using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Deletions.Decisions;

namespace Dashboard.Web.Features.Deletions.Propose;

/// <summary>
/// Changes what the proposer says about a draft. Gates are evaluated again when a reason for inside copies is added or removed, because
/// one gate depends on it.
/// </summary>
internal sealed class ReviseBatch(BatchDecisions decisions)
{
    public Task<Result> HandleAsync(long batchId, BatchFacts facts, CancellationToken cancellationToken) =>
        decisions.DecideAsync(Permission.ProposeDeletions, batchId, decision => ReviseAsync(decision, facts, cancellationToken), cancellationToken);

    private static async Task<Result<LedgerDraft>> ReviseAsync(BatchDecision decision, BatchFacts facts, CancellationToken cancellationToken)
    {
        var (context, batch, member, positions, now) = decision;
        var hadReason = batch.InsideReason is not null;
        if (batch.Revise(facts, member).Refusal is { } refusal)
            return refusal;
        var changes = FieldChanges.Of(context, batch);
        if (hadReason != (batch.InsideReason is not null))
            await BatchItems.EvaluateAsync(context, batch, positions, now, cancellationToken);
        return BatchEntries.Of(LedgerActions.BatchRevised, batch, $"edited the draft “{batch.Name}”") with { Changes = changes };
    }
}
