using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Web.Features.Deletions.Overview;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Queue;

/// <summary>Batches in review: those this reviewer may approve, most urgent first, and those waiting for others, with the reason.</summary>
internal sealed class ListQueue(IDbContextFactory<DashboardContext> contexts, DeletionAccess access, TimeProvider clock)
{
    /// <summary>Upper limit of batches read. Where reviewers are active, fewer are waiting at any time.</summary>
    public const int Most = 500;

    public async Task<Result<QueueAnswer>> HandleAsync(CancellationToken cancellationToken)
    {
        var reader = await access.OpenAsync(cancellationToken, Permission.ReviewDeletions);
        if (reader.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var batches = await context.DeletionBatches.AsNoTracking().Include(batch => batch.Approvals)
            .Where(batch => batch.State == BatchState.InReview)
            .OrderBy(batch => batch.StateSince).ThenBy(batch => batch.Id)
            .Take(Most)
            .ToListAsync(cancellationToken);
        var situations = await BatchSituations.OfAsync(context, batches, cancellationToken);
        var visits = await context.BatchVisits.Where(visit => visit.MemberId == reader.Value.Member.Id).ToDictionaryAsync(visit => visit.BatchId, visit => visit.At, cancellationToken);
        var rows = batches.Select(batch => Row(batch, situations[batch.Id], visits, reader.Value.Member, now)).ToList();
        return new QueueAnswer(
            [.. rows.Where(row => row.WhyNotMine is null).OrderBy(row => row.Rank.Order).ThenBy(row => row.Id)],
            [.. rows.Where(row => row.WhyNotMine is not null).OrderBy(row => row.Rank.WaitingSince).ThenBy(row => row.Id)]);
    }

    private static QueueRow Row(DeletionBatch batch, BatchSituation situation, Dictionary<long, DateTimeOffset> visits, Member member, DateTimeOffset now)
    {
        var rank = QueueRank.Of(batch, situation.WaitingSince);
        return new(
            batch.Id, batch.Name, batch.Proposer, batch.Tally.Copies, batch.Tally.Bytes, batch.Quorum, situation.Approvals, rank, rank.Why(now),
            Bottleneck.Of(situation, now), visits.TryGetValue(batch.Id, out var lastVisit) ? lastVisit : null,
            (batch.MayApprove(member).Refusal ?? (batch.ClosedItems > 0 ? new GatesAreClosed(batch.ClosedItems) : null))?.Message);
    }
}

public sealed record QueueAnswer(IReadOnlyList<QueueRow> Mine, IReadOnlyList<QueueRow> Others);

/// <param name="LastVisit">When this reviewer last opened it; null for never.</param>
/// <param name="WhyNotMine">Why it is not waiting for this reviewer; null if it is.</param>
public sealed record QueueRow(
    long Id, string Name, string Proposer, long Copies, long Bytes, int Quorum, int Approvals, QueueRank Rank, IReadOnlyList<string> Why,
    Bottleneck Bottleneck, DateTimeOffset? LastVisit, string? WhyNotMine);
