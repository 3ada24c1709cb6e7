using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Review;

/// <summary>Stores the time up to which a reviewer has seen what happened to a batch. No one else sees it, so the ledger does not record it.</summary>
internal sealed class MarkBatchSeen(IDbContextFactory<DashboardContext> contexts, DeletionAccess access)
{
    /// <param name="seenUntil">When the data that the reviewer saw was read.</param>
    public async Task<Result> HandleAsync(long batchId, DateTimeOffset seenUntil, CancellationToken cancellationToken)
    {
        var reader = await access.OpenAsync(cancellationToken, Permission.ReviewDeletions);
        if (reader.Refusal is { } refusal)
            return refusal;
        var member = reader.Value.Member.Id;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var seen = await context.BatchVisits.Where(visit => visit.BatchId == batchId && visit.MemberId == member && visit.At < seenUntil)
            .ExecuteUpdateAsync(set => set.SetProperty(visit => visit.At, seenUntil), cancellationToken);
        if (seen > 0 || await context.BatchVisits.AnyAsync(visit => visit.BatchId == batchId && visit.MemberId == member, cancellationToken))
            return Result.Done;
        if (!await context.DeletionBatches.AnyAsync(batch => batch.Id == batchId, cancellationToken))
            return new NotFound("The batch");
        context.BatchVisits.Add(new(batchId, member, seenUntil));
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another window of the same reviewer inserted the row first.
        }

        return Result.Done;
    }
}
