using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Overview;

/// <summary>Totals of all deletions by phase, in copies and bytes, with the oldest of each. It adds up batches, never items.</summary>
internal sealed class GetDeletionTotals(IDbContextFactory<DashboardContext> contexts, DeletionAccess access, TimeProvider clock)
{
    public async Task<Result<DeletionTotals>> HandleAsync(CancellationToken cancellationToken)
    {
        var reader = await access.OpenAsync(cancellationToken, Permission.ViewDeletionTotals);
        if (reader.Refusal is { } refusal)
            return refusal;
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var sums = await Sums(context).ToListAsync(cancellationToken);
        var owed = await Owed(context).ToListAsync(cancellationToken);
        var phases = sums.ToLookup(sum => BatchPhases.Of(sum.State, sum.IsReleased ? now : null));
        var unproved = owed.Select(one => ProofAges.Of(one.ExpectedAt, one.Interval, now)).DefaultIfEmpty().Max();
        return new DeletionTotals(
            InPhase(BatchPhase.Draft), InPhase(BatchPhase.InReview), InPhase(BatchPhase.CoolingOff), WithExecutors(),
            new(0, sums.Sum(sum => sum.Reported), sums.Sum(sum => sum.ReportedBytes), owed.Count == 0 ? null : owed.Min(one => one.Oldest)), unproved,
            new(phases[BatchPhase.Verified].Sum(sum => sum.Batches), sums.Sum(sum => sum.Verified), sums.Sum(sum => sum.VerifiedBytes), null),
            sums.Where(sum => sum.State is not BatchState.Draft).Sum(sum => sum.StillPresent),
            sums.Sum(sum => sum.Reappeared), sums.Sum(sum => sum.Failed),
            reader.Value.May(Permission.ViewDeletions), reader.Value.May(Permission.ProposeDeletions), reader.Value.May(Permission.ReviewDeletions));

        PhaseTotal InPhase(BatchPhase phase) => Total(phase, sum => sum.Copies, sum => sum.Bytes);

        // Copies that executors have reported are counted as reported, not here.
        PhaseTotal WithExecutors() => Total(BatchPhase.Executing, sum => sum.Copies - sum.Reported - sum.Verified, sum => sum.Bytes - sum.ReportedBytes - sum.VerifiedBytes);

        PhaseTotal Total(BatchPhase phase, Func<PhaseSum, long> copies, Func<PhaseSum, long> bytes)
        {
            var these = phases[phase].ToList();
            return new(these.Sum(sum => sum.Batches), these.Sum(copies), these.Sum(bytes), these.Count == 0 ? null : these.Min(sum => sum.Oldest));
        }
    }

    internal static IQueryable<PhaseSum> Sums(DashboardContext context) => context.DeletionBatches
        .GroupBy(batch => new { batch.State, IsReleased = batch.ReleasedAt != null })
        .Select(same => new PhaseSum(
            same.Key.State, same.Key.IsReleased, same.LongCount(), same.Min(batch => batch.ReleasedAt ?? batch.StateSince),
            same.Sum(batch => batch.Tally.Copies), same.Sum(batch => batch.Tally.Bytes), same.Sum(batch => batch.Tally.Reported), same.Sum(batch => batch.Tally.ReportedBytes),
            same.Sum(batch => batch.Tally.Verified), same.Sum(batch => batch.Tally.VerifiedBytes), same.Sum(batch => batch.Tally.StillPresent),
            same.Sum(batch => batch.Tally.Reappeared), same.Sum(batch => batch.Tally.Failed)));

    /// <summary>The oldest report of each source that it has not verified.</summary>
    internal static IQueryable<OldestOwed> Owed(DashboardContext context) =>
        from source in context.Sources
        where source.Kind == SourceKind.Inventory
        let oldest = context.DeletionItems
            .Where(item => item.State == ItemState.Reported && item.SourceId == source.Id)
            .OrderBy(item => item.PerformedAt)
            .Select(item => item.PerformedAt)
            .FirstOrDefault()
        where oldest != null
        select new OldestOwed(oldest!.Value, source.ExpectedIntervalHours, source.LastCompleteAsOf ?? source.LastAsOf);
}

/// <param name="MayOpen">Whether the reader may open the batches behind the totals.</param>
public sealed record DeletionTotals(
    PhaseTotal Proposed, PhaseTotal Waiting, PhaseTotal CoolingOff, PhaseTotal WithExecutors, PhaseTotal Reported, ProofAge ReportedAge,
    PhaseTotal Verified, long StillPresent, long Reappeared, long Failed, bool MayOpen, bool MayPropose, bool MayReview)
{
    public bool IsEmpty => Proposed.Batches + Waiting.Batches + CoolingOff.Batches + WithExecutors.Batches + Verified.Batches + Reported.Copies + Verified.Copies == 0;
}

/// <param name="Oldest">Since when the oldest of them has been in this phase; null if there are none.</param>
public sealed record PhaseTotal(long Batches, long Copies, long Bytes, DateTimeOffset? Oldest);

internal sealed record PhaseSum(
    BatchState State, bool IsReleased, long Batches, DateTimeOffset Oldest, long Copies, long Bytes, long Reported, long ReportedBytes, long Verified,
    long VerifiedBytes, long StillPresent, long Reappeared, long Failed);

internal sealed record OldestOwed(DateTimeOffset Oldest, int IntervalHours, DateTimeOffset? LastAsOf)
{
    public TimeSpan Interval => TimeSpan.FromHours(IntervalHours);

    public DateTimeOffset? ExpectedAt => LastAsOf + Interval;
}
