using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Decisions;

/// <summary>
/// The only way to decide on a batch. It checks the member's permission again, makes decisions one at a time, and commits a decision and its
/// ledger entry together.
/// </summary>
internal sealed class BatchDecisions(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    /// <param name="decide">Changes the batch and returns the entry to record, or refuses; then nothing is changed.</param>
    public Task<Result> DecideAsync(
        Permission permission, long batchId, Func<BatchDecision, Task<Result<LedgerDraft>>> decide, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(permission, batchId, decide, cancellationToken), cancellationToken);

    private async Task<Result> OnceAsync(
        Permission permission, long batchId, Func<BatchDecision, Task<Result<LedgerDraft>>> decide, CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(permission, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(member.Value, clock, cancellationToken);
        var now = clock.GetUtcNow();
        var batch = await context.DeletionBatches.Include(batch => batch.Approvals).SingleOrDefaultAsync(batch => batch.Id == batchId, cancellationToken);
        if (batch is null)
            return new NotFound("The batch");
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        var decided = await decide(new(context, batch, member.Value, positions, now));
        if (decided.Refusal is { } refused)
            return refused;
        await change.CommitAsync(decided.Value, cancellationToken);
        return Result.Done;
    }
}
