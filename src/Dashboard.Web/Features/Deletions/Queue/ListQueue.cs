using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Web.Features.Deletions.Overview;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Queue;

/// <summary>What is in review: what this reviewer may approve, most pressing first, and what waits for others and why.</summary>
internal sealed class ListQueue(IDbContextFactory<DashboardContext> contexts, DeletionAccess access, TimeProvider clock)
{
    /// <summary>Batches in review that are looked at; more never wait at a time where anybody reviews.</summary>
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
        var looks = await context.BatchVisits.Where(look => look.MemberId == reader.Value.Member.Id).ToDictionaryAsync(look => look.BatchId, look => look.At, cancellationToken);
        var rows = batches.Select(batch => Row(batch, situations[batch.Id], looks, reader.Value.Member, now)).ToList();
        return new QueueAnswer(
            [.. rows.Where(row => row.NotMine is null).OrderBy(row => row.Rank.Order).ThenBy(row => row.Id)],
            [.. rows.Where(row => row.NotMine is not null).OrderBy(row => row.Rank.WaitingSince).ThenBy(row => row.Id)]);
    }

    private static QueueRow Row(DeletionBatch batch, BatchSituation situation, Dictionary<long, DateTimeOffset> looks, Member member, DateTimeOffset now)
    {
        var rank = QueueRank.Of(batch, situation.WaitingSince);
        return new(
            batch.Id, batch.Name, batch.Proposer, batch.Tally.Copies, batch.Tally.Bytes, batch.Quorum, situation.Approvals, rank, rank.Why(now),
            Bottleneck.Of(situation, now), looks.TryGetValue(batch.Id, out var looked) ? looked : null,
            (batch.MayApprove(member).Refusal ?? (batch.ClosedItems > 0 ? new GatesAreClosed(batch.ClosedItems) : null))?.Message);
    }
}

public sealed record QueueAnswer(IReadOnlyList<QueueRow> Mine, IReadOnlyList<QueueRow> Others);

/// <param name="LookedAt">When this reviewer last looked at it; null for never.</param>
/// <param name="NotMine">Why it does not wait for this reviewer; null when it does.</param>
public sealed record QueueRow(
    long Id, string Name, string Proposer, long Copies, long Bytes, int Quorum, int Approvals, QueueRank Rank, IReadOnlyList<string> Why,
    Bottleneck Bottleneck, DateTimeOffset? LookedAt, string? NotMine);
