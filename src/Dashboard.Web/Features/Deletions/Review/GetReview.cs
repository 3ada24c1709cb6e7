using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Deletions.Batches;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Deletions.Review;

/// <summary>A batch for the reviewer who decides on it, with what has happened since their last visit.</summary>
internal sealed class GetReview(
    IDbContextFactory<DashboardContext> contexts, DeletionAccess access, MemberAccess members, GetBatch batches, IOptions<DeletionSettings> settings, TimeProvider clock)
{
    public const int MostChanges = 30;

    public async Task<Result<ReviewAnswer>> HandleAsync(long batchId, CancellationToken cancellationToken)
    {
        var reader = await access.OpenAsync(cancellationToken, Permission.ReviewDeletions);
        if (reader.Refusal is { } refusal)
            return refusal;
        var now = clock.GetUtcNow();
        var batch = await batches.HandleAsync(batchId, cancellationToken);
        if (batch.Refusal is { } unknown)
            return unknown;
        var me = reader.Value.Member;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var lastVisit = await context.BatchVisits.Where(visit => visit.BatchId == batchId && visit.MemberId == me.Id).Select(visit => (DateTimeOffset?)visit.At).SingleOrDefaultAsync(cancellationToken);
        var changes = lastVisit is { } since ? await Changes(context, batchId, me.Subject, since).ToListAsync(cancellationToken) : [];
        var authenticatedAt = await members.AuthenticatedAtAsync();
        return new ReviewAnswer(batch.Value, now, lastVisit, changes, authenticatedAt, settings.Value.ReauthenticateWithin, settings.Value.CoolingOff);
    }

    /// <summary>What others did to the batch, latest first. Exports are left out, because they change nothing.</summary>
    internal static IQueryable<ChangeRow> Changes(DashboardContext context, long batchId, string subject, DateTimeOffset since)
    {
        var id = $"{batchId}";
        return (
            from link in context.LedgerSubjects
            where link.Kind == LedgerSubjects.BatchKind && link.SubjectId == id
            join entry in context.LedgerEntries on link.Sequence equals entry.Sequence
            where entry.Time > since && entry.ActorSubject != subject && entry.Action != LedgerActions.RowsExported
            orderby entry.Sequence descending
            select new ChangeRow(entry.Sequence, entry.Time, entry.ActorName, entry.Sentence)).Take(MostChanges);
    }
}

/// <param name="ReadAt">When this was read. The reviewer has not seen anything later.</param>
/// <param name="LastVisit">When the reviewer last opened the batch; null for never.</param>
/// <param name="Changes">What others have done to the batch since then.</param>
public sealed record ReviewAnswer(
    BatchDetails Batch, DateTimeOffset ReadAt, DateTimeOffset? LastVisit, IReadOnlyList<ChangeRow> Changes, DateTimeOffset? AuthenticatedAt,
    TimeSpan ReauthenticateWithin, TimeSpan CoolingOff)
{
    public bool IsSignInRecent(DateTimeOffset now) =>
        new Core.Deletions.DeletionRules(CoolingOff, default, ReauthenticateWithin).Judge(AuthenticatedAt, now) is Core.Deletions.AuthenticationTime.Recent;
}

public sealed record ChangeRow(long Sequence, DateTimeOffset Time, string Actor, string Sentence);
