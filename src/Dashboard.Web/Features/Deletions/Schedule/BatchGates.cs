using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Schedule;

/// <summary>Evaluates the gates of a batch again. It decides nothing, so it adds no ledger entry and keeps the version for someone editing.</summary>
internal static class BatchGates
{
    /// <returns>Whether the batch exists.</returns>
    public static async Task<bool> EvaluateAsync(DashboardContext context, long batchId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        context.ChangeTracker.Clear();
        await using var transaction = await context.BeginTurnAsync(cancellationToken);
        var batch = await context.DeletionBatches.AsNoTracking().SingleOrDefaultAsync(batch => batch.Id == batchId, cancellationToken);
        if (batch is null)
            return false;
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        await BatchItems.EvaluateAsync(context, batch, positions, now, cancellationToken);
        await context.DeletionBatches.Where(row => row.Id == batchId).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.ClosedItems, batch.ClosedItems).SetProperty(row => row.GatesEvaluatedAt, batch.GatesEvaluatedAt),
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
