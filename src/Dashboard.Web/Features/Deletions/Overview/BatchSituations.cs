using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Overview;

/// <summary>Reads the status of all batches on a page with a few queries. None of them reads items whose gates are all open.</summary>
internal static class BatchSituations
{
    /// <param name="batches">With their approvals.</param>
    public static async Task<Dictionary<long, BatchSituation>> OfAsync(
        DashboardContext context, IReadOnlyCollection<DeletionBatch> batches, CancellationToken cancellationToken)
    {
        var closed = (await Closed(context, Ids(batches.Where(batch => batch.ClosedItems > 0))).ToListAsync(cancellationToken)).ToLookup(group => group.BatchId);
        var gates = batches.ToDictionary(batch => batch.Id, batch => GateCounts(closed[batch.Id]));
        var holds = await HoldsAsync(context, Ids(batches.Where(batch => gates[batch.Id].Any(gate => gate is { Gate: Gates.NoHold, Closed: > 0 }))), cancellationToken);
        var unfetched = (await Unfetched(context, Ids(batches.Where(batch => batch.ReleasedAt is not null))).ToListAsync(cancellationToken)).ToLookup(order => order.BatchId, order => order.Location);
        var owed = (await Owed(context, Ids(batches.Where(batch => batch.Tally.Reported > 0))).ToListAsync(cancellationToken)).ToLookup(one => one.BatchId);
        return batches.ToDictionary(batch => batch.Id, batch => new BatchSituation(
            batch.State, batch.StateSince, batch.Proposer, batch.Quorum, batch.ValidApprovals.Count(), WaitingSince(batch), batch.CoolingOffUntil,
            batch.ReleasedAt, batch.LapsesAt, batch.Tally, batch.ClosedItems, gates[batch.Id], [.. holds[batch.Id]], [.. unfetched[batch.Id]],
            [.. owed[batch.Id].Select(one => one.ToProof()).OrderBy(proof => proof.ExpectedAt ?? DateTimeOffset.MinValue)]));
    }

    /// <summary>Items with closed gates, grouped by the set of closed gates.</summary>
    internal static IQueryable<ClosedGroup> Closed(DashboardContext context, long[] batches) => context.DeletionItems
        .Where(item => batches.Contains(item.BatchId) && item.ClosedGates != Gates.None && ItemStates.ToDelete.Contains(item.State))
        .GroupBy(item => new { item.BatchId, item.ClosedGates })
        .Select(same => new ClosedGroup(same.Key.BatchId, same.Key.ClosedGates, same.LongCount()));

    internal static IReadOnlyList<GateCount> GateCounts(IEnumerable<ClosedGroup> groups)
    {
        var list = groups.ToList();
        return [.. GateList.All.Select(gate => new GateCount(gate, list.Where(group => (group.Gates & gate) != Gates.None).Sum(group => group.Items)))];
    }

    internal static IQueryable<UnfetchedOrder> Unfetched(DashboardContext context, long[] batches) =>
        from order in context.WorkOrders
        where batches.Contains(order.BatchId) && order.FirstHandedOutAt == null
        join batch in context.DeletionBatches on new { Id = order.BatchId, order.Round } equals new { batch.Id, batch.Round }
        join location in context.Locations on order.LocationId equals location.Id
        orderby order.BatchId, location.Name
        select new UnfetchedOrder(order.BatchId, location.Name);

    /// <summary>The oldest unverified report of each inventory source, read through the index one source at a time.</summary>
    internal static IQueryable<OwedRow> Owed(DashboardContext context, long[] batches) =>
        from batch in context.DeletionBatches
        where batches.Contains(batch.Id)
        from source in context.Sources
        where source.Kind == SourceKind.Inventory
        let oldest = context.DeletionItems
            .Where(item => item.BatchId == batch.Id && item.State == ItemState.Reported && item.SourceId == source.Id)
            .OrderBy(item => item.PerformedAt)
            .Select(item => item.PerformedAt)
            .FirstOrDefault()
        where oldest != null
        select new OwedRow(batch.Id, source.Id, source.Name, oldest!.Value, source.ExpectedIntervalHours, source.LastCompleteAsOf ?? source.LastAsOf, source.IsComplete);

    /// <summary>When the batch began to wait for its next approval: at the start of review, or when the last approval was given or voided.</summary>
    internal static DateTimeOffset WaitingSince(DeletionBatch batch) =>
        batch.Approvals.Select(approval => approval.VoidedAt ?? approval.At).Append(batch.StateSince).Max();

    private static async Task<ILookup<long, HoldOnBatch>> HoldsAsync(DashboardContext context, long[] batches, CancellationToken cancellationToken)
    {
        var found = new List<(long Batch, HoldOnBatch Hold)>();
        if (batches.Length > 0)
        {
            foreach (var hold in await context.LegalHolds.AsNoTracking().Where(hold => hold.LiftedAt == null).OrderBy(hold => hold.PlacedAt).ThenBy(hold => hold.Id).ToListAsync(cancellationToken))
            {
                var on = new HoldOnBatch(hold.Id, hold.Matter, $"the {Naming.Of(hold.Scope)} {hold.ScopeName}", hold.PlacedBy, hold.PlacedAt, hold.ReviewOn);
                found.AddRange((await Under(context, hold, batches).ToListAsync(cancellationToken)).Select(batch => (batch, on)));
            }
        }

        return found.ToLookup(one => one.Batch, one => one.Hold);
    }

    private static IQueryable<long> Under(DashboardContext context, LegalHold hold, long[] batches) => context.ItemsUnder(hold.Scope, hold.ScopeId)
        .Where(item => batches.Contains(item.BatchId) && item.ClosedGates != Gates.None && (item.ClosedGates & Gates.NoHold) != Gates.None)
        .Select(item => item.BatchId)
        .Distinct();

    private static long[] Ids(IEnumerable<DeletionBatch> batches) => [.. batches.Select(batch => batch.Id)];
}

internal sealed record ClosedGroup(long BatchId, Gates Gates, long Items);

internal sealed record UnfetchedOrder(long BatchId, string Location);

internal sealed record OwedRow(long BatchId, long SourceId, string Source, DateTimeOffset Oldest, int IntervalHours, DateTimeOffset? LastAsOf, bool IsComplete)
{
    public OwedProof ToProof() => new(
        SourceId, Source, Oldest, TimeSpan.FromHours(IntervalHours), LastAsOf is { } last ? last.AddHours(IntervalHours) : null, IsComplete);
}
