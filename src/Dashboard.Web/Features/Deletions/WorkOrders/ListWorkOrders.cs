using Dashboard.Core;
using Dashboard.Core.Deletions;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.WorkOrders;

/// <summary>A work order in an executor's list.</summary>
/// <param name="Location">The location's key.</param>
/// <param name="Method">Clear, Purge or Destroy (NIST SP 800-88 Rev. 1).</param>
/// <param name="Items">Items to delete, as of the last evaluation of the gates.</param>
/// <param name="LapsesAt">Items not executed by then must not be executed.</param>
internal sealed record WorkOrderRow(
    long Id, long Batch, string Name, string Location, string Method, string Technique, string ManifestSha256, long Items, long Bytes,
    DateTimeOffset ReleasedAt, DateTimeOffset LapsesAt);

/// <summary>The work orders that an executor may act on now at its locations, oldest first.</summary>
internal sealed class ListWorkOrders(IDbContextFactory<DashboardContext> contexts, TimeProvider clock)
{
    private const int Most = 500;

    public async Task<IReadOnlyList<WorkOrderRow>> HandleAsync(Executor executor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var locations = executor.LocationIds.ToArray();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var orders = await (
            from order in context.WorkOrders.AsNoTracking()
            join batch in context.DeletionBatches on order.BatchId equals batch.Id
            join location in context.Locations on order.LocationId equals location.Id
            where locations.Contains(order.LocationId) && order.Round == batch.Round && batch.LapsesAt > now
                && (batch.State == BatchState.Approved || batch.State == BatchState.Executing)
            orderby order.Id
            select new { Order = order, Batch = batch, Location = location.Key }).Take(Most).ToListAsync(cancellationToken);
        var rows = new List<WorkOrderRow>(orders.Count);
        foreach (var row in orders)
        {
            var items = context.ItemsOf(row.Batch).ToDelete().Where(item => item.LocationId == row.Order.LocationId && item.ClosedGates == Gates.None);
            var sum = await items.GroupBy(item => item.BatchId).Select(all => new { Items = all.LongCount(), Bytes = all.Sum(item => item.Bytes) }).SingleOrDefaultAsync(cancellationToken);
            rows.Add(new(
                row.Order.Id, row.Batch.Id, row.Batch.Name, row.Location, row.Batch.Method.ToString(), row.Batch.Technique, row.Batch.ManifestHash!,
                sum?.Items ?? 0, sum?.Bytes ?? 0, row.Order.ReleasedAt, row.Batch.LapsesAt!.Value));
        }

        return rows;
    }
}
