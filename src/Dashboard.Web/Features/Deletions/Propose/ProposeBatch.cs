using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Features.Deletions.Decisions;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Propose;

/// <summary>Creates a draft. It is saved immediately, so nothing is lost if the connection drops.</summary>
internal sealed class ProposeBatch(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    /// <returns>The batch's id.</returns>
    public Task<Result<long>> HandleAsync(BatchFacts facts, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(facts, cancellationToken), cancellationToken);

    private async Task<Result<long>> OnceAsync(BatchFacts facts, CancellationToken cancellationToken)
    {
        var lead = await access.RequireAsync(Permission.ProposeDeletions, cancellationToken);
        if (lead.Refusal is { } refusal)
            return refusal;
        var proposed = DeletionBatch.Propose(facts, lead.Value, clock.GetUtcNow());
        if (proposed.Refusal is { } invalid)
            return invalid;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(lead.Value, clock, cancellationToken);
        var batch = proposed.Value;
        context.DeletionBatches.Add(batch);
        await context.SaveChangesAsync(cancellationToken);
        await change.CommitAsync(BatchEntries.Of(LedgerActions.BatchProposed, batch, $"created the deletion batch “{batch.Name}”"), cancellationToken);
        return batch.Id;
    }
}
