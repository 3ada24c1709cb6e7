using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Deletions;

/// <summary>
/// Evaluates the gates of items against the current inventory. It runs a few queries, however many items there are; the rule of each gate
/// is in C#.
/// </summary>
public sealed class GateEvaluation
{
    private readonly DashboardContext context;
    private readonly DeletionBatch batch;
    private readonly Positions positions;
    private readonly Dictionary<long, Source> sources;
    private readonly Dictionary<(HoldScope, long), LegalHold> holds;
    private readonly DateTimeOffset now;

    private GateEvaluation(
        DashboardContext context, DeletionBatch batch, Positions positions, Dictionary<long, Source> sources,
        Dictionary<(HoldScope, long), LegalHold> holds, DateTimeOffset now) =>
        (this.context, this.batch, this.positions, this.sources, this.holds, this.now) = (context, batch, positions, sources, holds, now);

    public static async Task<GateEvaluation> PrepareAsync(
        DashboardContext context, DeletionBatch batch, Positions positions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reporting = await context.Sources.AsNoTracking().ToDictionaryAsync(source => source.Id, cancellationToken);
        var active = await context.LegalHolds.AsNoTracking().Where(hold => hold.LiftedAt == null).OrderBy(hold => hold.Id).ToListAsync(cancellationToken);
        var first = active.GroupBy(hold => (hold.Scope, hold.ScopeId)).ToDictionary(same => same.Key, same => same.First());
        return new(context, batch, positions, reporting, first, now);
    }

    /// <param name="items">Items of the batch: all that may still be deleted, or the few on a page.</param>
    public async Task<List<ItemGates>> EvaluateAsync(IQueryable<DeletionItem> items, CancellationToken cancellationToken)
    {
        var facts = await FactsOf(items).ToListAsync(cancellationToken);
        var others = await ClaimsOfOthers(items).ToListAsync(cancellationToken);
        var claims = others.DistinctBy(claim => claim.CopyId).ToDictionary(claim => claim.CopyId, claim => claim.BatchId);
        var insideCopies = await InsideCopiesAsync(items, cancellationToken);
        var comparisons = (await ComparisonsOf(items).ToListAsync(cancellationToken)).ToLookup(comparison => comparison.DatasetId);
        var equals = new Dictionary<long, CopyComparison>();
        var found = new List<ItemGates>(facts.Count);
        foreach (var item in facts)
        {
            if (!equals.TryGetValue(item.DatasetId, out var equal))
                equals[item.DatasetId] = equal = new(insideCopies[item.DatasetId], comparisons[item.DatasetId]);
            found.Add(Evaluate(item, equal, claims.TryGetValue(item.CopyId, out var other) ? other : null));
        }

        return found;
    }

    private ItemGates Evaluate(ItemFacts item, CopyComparison insideCopies, long? otherBatch)
    {
        var position = positions.Of(item.LocationId, item.ClassificationId);
        var (equality, equalCopy) = insideCopies.Find(item.Evidence(position));
        var hold = HoldOn(item.Holdable);
        var source = sources.GetValueOrDefault(item.SourceId);
        var difference = DifferenceOf(item);
        var closed = Unless(Gates.SameCopy, difference is null)
            | Unless(Gates.OutsideBoundary, position is Position.Outside || (position is Position.Inside && batch.InsideReason is not null))
            | Unless(Gates.EqualCopyInside, equality is not Equality.NotShown)
            | Unless(Gates.NoHold, hold is null && !item.IsHeldBySource)
            | Unless(Gates.RetentionPassed, item.RetainUntil is null || item.RetainUntil < DateOnly.FromDateTime(now.UtcDateTime))
            | Unless(Gates.NoOtherBatch, otherBatch is null)
            | Unless(Gates.SourceFresh, source?.FreshnessAt(now) is Freshness.Fresh);
        return new(
            item.Number, closed, item.LocationId, item.ClassificationId, position, difference, equality, equalCopy, hold, item.RetainUntil, otherBatch, source, item.ClosedBefore) { IsHeldBySource = item.IsHeldBySource };
    }

    private static Gates Unless(Gates gate, bool isOpen) => isOpen ? Gates.None : gate;

    private LegalHold? HoldOn(Holdable data) =>
        holds.Count == 0 ? null
        : holds.GetValueOrDefault((HoldScope.Dataset, data.DatasetId))
            ?? holds.GetValueOrDefault((HoldScope.System, data.SystemId))
            ?? holds.GetValueOrDefault((HoldScope.Location, data.LocationId))
            ?? holds.GetValueOrDefault((HoldScope.Classification, data.ClassificationId))
            ?? (data.WaveId is { } wave ? holds.GetValueOrDefault((HoldScope.Wave, wave)) : null);

    /// <summary>How the copy differs from the one proposed, or null. A copy that is no longer listed cannot be deleted.</summary>
    private static string? DifferenceOf(ItemFacts item) =>
        item.DatasetId != item.ProposedDatasetId ? "It now belongs to a different dataset than the one proposed."
        : item.LocationId != item.ProposedLocationId ? "It is now at a different location than the one proposed."
        : item.Role != item.ProposedRole ? $"It was proposed as {Naming.Of(item.ProposedRole)} and is now {Naming.Of(item.Role)}."
        : !CopyStates.Listed.Contains(item.State) ? $"Its source no longer lists it ({Naming.Of(item.State)})."
        : null;

    private IQueryable<ItemFacts> FactsOf(IQueryable<DeletionItem> items) =>
        from item in items
        join copy in context.Copies on item.CopyId equals copy.Id
        join dataset in context.Datasets on copy.DatasetId equals dataset.Id
        select new ItemFacts(
            item.Number, item.CopyId, item.DatasetId, item.LocationId, item.Role, copy.DatasetId, copy.LocationId, copy.Role, copy.State, copy.Bytes,
            copy.Records, copy.Fingerprint, copy.RetainUntil, copy.CreatedAt ?? copy.FirstSeen, copy.SourceId, dataset.ClassificationId,
            dataset.SystemId, dataset.WaveId, item.ClosedGates, copy.SizeUnknownSince != null, copy.IsHeldBySource);

    private IQueryable<Claim> ClaimsOfOthers(IQueryable<DeletionItem> items) =>
        from item in items
        join other in context.DeletionItems on item.CopyId equals other.CopyId
        where other.IsClaimed && other.BatchId != batch.Id
        select new Claim(other.CopyId, other.BatchId);

    private IQueryable<RecordedComparison> ComparisonsOf(IQueryable<DeletionItem> items) => context.RecordedComparisons.AsNoTracking()
        .Where(comparison => comparison.RevokedAt == null && items.Any(item => item.DatasetId == comparison.DatasetId));

    /// <summary>By dataset: copies inside that their source confirmed within its interval and that no batch is about to delete.</summary>
    private async Task<ILookup<long, CopyEvidence>> InsideCopiesAsync(IQueryable<DeletionItem> items, CancellationToken cancellationToken)
    {
        var inside = positions.Locations.Keys
            .Where(location => positions.Classifications.Keys.Any(classification => positions.Of(location, classification) is Position.Inside))
            .ToArray();
        var beingDeleted = (await context.DeletionItems
            .Where(item => inside.Contains(item.LocationId)
                && (item.IsClaimed || (item.BatchId == batch.Id && ItemStates.ToDelete.Contains(item.State))))
            .Select(item => item.CopyId)
            .ToListAsync(cancellationToken)).ToHashSet();
        var datasets = items.Select(item => item.DatasetId).Distinct();
        var candidates =
            from dataset in context.Datasets
            where datasets.Contains(dataset.Id)
            join copy in context.Copies on dataset.Id equals copy.DatasetId
            where inside.Contains(copy.LocationId) && (copy.State == CopyState.Present || copy.State == CopyState.Reappeared)
            select new InsideCopy(
                copy.Id, copy.DatasetId, copy.LocationId, copy.Role, copy.State, copy.Bytes, copy.Records, copy.Fingerprint,
                copy.CreatedAt ?? copy.FirstSeen, copy.LastSeen, copy.SourceId, dataset.ClassificationId, copy.SizeUnknownSince != null);
        var known = await candidates.ToListAsync(cancellationToken);
        return known
            .Where(copy => !beingDeleted.Contains(copy.Id) && IsConfirmed(copy))
            .Select(copy => (copy.DatasetId, Evidence: copy.Evidence(positions.Of(copy.LocationId, copy.ClassificationId))))
            .Where(copy => copy.Evidence.IsInside)
            .ToLookup(copy => copy.DatasetId, copy => copy.Evidence);
    }

    private bool IsConfirmed(InsideCopy copy) =>
        sources.TryGetValue(copy.SourceId, out var source) && now - copy.LastSeen <= source.ExpectedInterval;

    private sealed record Claim(long CopyId, long BatchId);
}
