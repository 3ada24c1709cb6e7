using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Deletions.Batches;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Deletions.Review;

/// <summary>A batch as the reviewer who decides about it needs it: with what has happened since he or she last looked.</summary>
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
        var looked = await context.BatchVisits.Where(look => look.BatchId == batchId && look.MemberId == me.Id).Select(look => (DateTimeOffset?)look.At).SingleOrDefaultAsync(cancellationToken);
        var changes = looked is { } since ? await Changes(context, batchId, me.Subject, since).ToListAsync(cancellationToken) : [];
        var authenticatedAt = await members.AuthenticatedAtAsync();
        return new ReviewAnswer(batch.Value, now, looked, changes, authenticatedAt, settings.Value.ReauthenticateWithin, settings.Value.CoolingOff);
    }

    /// <summary>What others did to it, latest first. What was only read or taken away changed nothing.</summary>
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

/// <param name="ReadAt">When this was read: what comes later has not been seen.</param>
/// <param name="LookedAt">When the reviewer last left it; null for never.</param>
/// <param name="Changes">What others did to it since.</param>
public sealed record ReviewAnswer(
    BatchDetails Batch, DateTimeOffset ReadAt, DateTimeOffset? LookedAt, IReadOnlyList<ChangeRow> Changes, DateTimeOffset? AuthenticatedAt,
    TimeSpan ReauthenticateWithin, TimeSpan CoolingOff)
{
    public bool IsSignInRecent(DateTimeOffset now) =>
        new Core.Deletions.DeletionRules(CoolingOff, default, ReauthenticateWithin).Judge(AuthenticatedAt, now) is Core.Deletions.AuthenticationTime.Recent;
}

public sealed record ChangeRow(long Sequence, DateTimeOffset Time, string Actor, string Sentence);
