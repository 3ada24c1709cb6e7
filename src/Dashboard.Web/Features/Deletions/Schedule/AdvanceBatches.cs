using System.Text.Json.Nodes;
using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Features.Deletions.Decisions;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Schedule;

/// <summary>
/// Makes the changes that are due by time: releases batches whose cooling-off period is over, lets batches lapse that were not executed in
/// time, and evaluates the gates of batches in review again when the last evaluation is too old.
/// </summary>
internal sealed class AdvanceBatches(IDbContextFactory<DashboardContext> contexts, TimeProvider clock)
{
    /// <summary>How old an evaluation of gates in review may get before it is repeated.</summary>
    private static readonly TimeSpan GatesAge = TimeSpan.FromHours(1);

    /// <returns>How many batches changed.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var evaluatedBefore = now - GatesAge;
        List<long> due;
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            due = await context.DeletionBatches
                .Where(batch => ((batch.State == BatchState.Approved || batch.State == BatchState.Executing)
                        && (batch.LapsesAt <= now || (batch.ReleasedAt == null && batch.CoolingOffUntil <= now)))
                    || (batch.State == BatchState.InReview && batch.GatesEvaluatedAt < evaluatedBefore))
                .OrderBy(batch => batch.Id)
                .Select(batch => batch.Id)
                .ToListAsync(cancellationToken);
        }

        var moved = 0;
        foreach (var id in due)
            moved += await contexts.RepeatAsync(() => AdvanceAsync(id, cancellationToken), cancellationToken) ? 1 : 0;
        return moved;
    }

    private async Task<bool> AdvanceAsync(long id, CancellationToken cancellationToken)
    {
        await using var context = (await contexts.CreateDbContextAsync(cancellationToken)).WithoutTimeLimit();
        await using var change = await context.BeginChangeAsync(LedgerActors.Dashboard, clock, cancellationToken);
        var now = clock.GetUtcNow();
        var batch = await context.DeletionBatches.Include(batch => batch.Approvals).SingleAsync(batch => batch.Id == id, cancellationToken);
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        if (batch.Lapse(now))
        {
            var moves = await BatchEffects.TakeBackAsync(context, batch, positions, now, cancellationToken);
            await BatchItems.ReleaseClaimsAsync(context, batch, cancellationToken);
            await change.CommitAsync(
                BatchEntries.Of(LedgerActions.BatchLapsed, batch, $"let the approval of the deletion batch “{batch.Name}” lapse, because no one executed it in time", new JsonObject().With(moves)),
                cancellationToken);
            return true;
        }

        if (batch.IsReleasable(now))
        {
            await BatchItems.EvaluateAsync(context, batch, positions, now, cancellationToken);
            if (batch.Release(now).Refusal is not null)
                return false;
            var moves = await BatchEffects.ReleaseAsync(context, batch, positions, now, cancellationToken);
            await change.CommitAsync(
                BatchEntries.Of(
                    LedgerActions.BatchReleased, batch, $"released the deletion batch “{batch.Name}” to executors: its cooling-off period is over",
                    new JsonObject { ["itemsHeldBack"] = batch.ClosedItems }.With(moves)),
                cancellationToken);
            return true;
        }

        if (batch.State is not BatchState.InReview)
            return false;
        await change.DisposeAsync();
        return await BatchGates.EvaluateAsync(context, id, now, cancellationToken);
    }
}
