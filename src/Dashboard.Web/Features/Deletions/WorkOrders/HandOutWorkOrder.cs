using System.Security.Cryptography;
using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Features.Deletions.Decisions;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.WorkOrders;

/// <summary>
/// Gives an executor the signed work order. Gates are evaluated again, and items with a closed gate are withheld. The manifest hash is
/// recalculated from the items, so that only what was approved is handed out.
/// </summary>
internal sealed class HandOutWorkOrder(IDbContextFactory<DashboardContext> contexts, LedgerKeys keys, TimeProvider clock)
{
    /// <returns>The DSSE envelope.</returns>
    public Task<Result<byte[]>> HandleAsync(Executor executor, long orderId, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(executor, orderId, cancellationToken), cancellationToken);

    private async Task<Result<byte[]>> OnceAsync(Executor executor, long orderId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(LedgerActors.Of(executor), clock, cancellationToken);
        var now = clock.GetUtcNow();
        var order = await context.WorkOrders.SingleOrDefaultAsync(order => order.Id == orderId, cancellationToken);
        if (order is null || !executor.LocationIds.Contains(order.LocationId))
            return new NotFound("The work order");
        var batch = await context.DeletionBatches.Include(batch => batch.Approvals).SingleAsync(batch => batch.Id == order.BatchId, cancellationToken);
        if (order.Round != batch.Round)
            return new NotApproved(batch.State);
        if (batch.HandOut(now).Refusal is { } refusal)
            return refusal;
        if (await BatchManifest.HashAsync(context, batch, batch.Quorum, cancellationToken) != batch.ManifestHash)
            return new ManifestDiffers();

        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        await BatchItems.EvaluateAsync(context, batch, positions, now, cancellationToken);
        var (items, withheld) = await ItemsAsync(context, batch, order, cancellationToken);
        var payload = OrderFormat.ToPayload(order, batch, positions.Locations[order.LocationId], keys.Origin, items, withheld);
        var envelope = DsseEnvelope.Seal(OrderFormat.PayloadType, payload, keys.Signer);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(payload));
        if (!order.HandOut(sha256, now))
            return envelope;

        await MarkOrderedAsync(context, batch, order, now, cancellationToken);
        batch.Progress(await BatchItems.TallyAsync(context, batch, cancellationToken), now);
        await change.CommitAsync(
            BatchEntries.Of(
                LedgerActions.BatchOrderHandedOut, batch,
                $"fetched work order {order.Id} of the deletion batch “{batch.Name}”: {items.Count:N0} to delete at {LedgerDetails.Text(positions.Locations[order.LocationId].Name, 200)}, {withheld.Count:N0} withheld",
                new() { ["workOrder"] = order.Id, ["items"] = items.Count, ["withheld"] = withheld.Count, ["payloadSha256"] = sha256 }),
            cancellationToken);
        return envelope;
    }

    private static async Task<(List<OrderedItem> Items, List<OrderedItem> Withheld)> ItemsAsync(
        DashboardContext context, DeletionBatch batch, WorkOrder order, CancellationToken cancellationToken)
    {
        var all = await (
            from item in context.ItemsOf(batch).ToDelete()
            join dataset in context.Datasets on item.DatasetId equals dataset.Id
            join source in context.Sources on item.SourceId equals source.Id
            where item.LocationId == order.LocationId
            orderby item.Number
            select new OrderedItem(item, dataset.Urn, source.Key)).ToListAsync(cancellationToken);
        return (all.FindAll(item => item.Item.ClosedGates is Gates.None), all.FindAll(item => item.Item.ClosedGates is not Gates.None));
    }

    private static Task<int> MarkOrderedAsync(DashboardContext context, DeletionBatch batch, WorkOrder order, DateTimeOffset now, CancellationToken cancellationToken) =>
        context.DeletionItems
            .Where(item => item.BatchId == batch.Id && item.LocationId == order.LocationId && item.State == ItemState.Proposed && item.ClosedGates == Gates.None)
            .ExecuteUpdateAsync(
                set => set.SetProperty(item => item.State, ItemState.Ordered).SetProperty(item => item.OrderedAt, item => item.OrderedAt ?? now), cancellationToken);
}
