using System.Security.Cryptography;
using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Findings;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Features.Deletions.Decisions;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.WorkOrders;

/// <summary>The result of receiving a report.</summary>
/// <param name="Items">Items in the report.</param>
/// <param name="Applied">Items that the report changed. For the others a later report exists, or they are verified absent.</param>
/// <param name="IsRepeated">The same report was received before.</param>
/// <param name="BatchState">State of the batch after the report.</param>
internal sealed record ReportReceipt(string ReportId, int Items, int Applied, bool IsRepeated, string BatchState);

/// <summary>
/// Receives an executor's report, all of it or nothing. Sending the same report again changes nothing. A late report on a stopped batch is
/// accepted, because the deletion has happened, and raises a finding.
/// </summary>
internal sealed class ReceiveReport(IDbContextFactory<DashboardContext> contexts, TimeProvider clock)
{
    public Task<Result<ReportReceipt>> HandleAsync(Executor executor, long orderId, byte[] body, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(executor, orderId, body, cancellationToken), cancellationToken);

    private async Task<Result<ReportReceipt>> OnceAsync(Executor executor, long orderId, byte[] body, CancellationToken cancellationToken)
    {
        var read = ReportFormat.Read(body, clock.GetUtcNow());
        if (read.Refusal is { } unreadable)
            return unreadable;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(LedgerActors.Of(executor), clock, cancellationToken);
        var now = clock.GetUtcNow();
        var order = await context.WorkOrders.AsNoTracking().SingleOrDefaultAsync(order => order.Id == orderId, cancellationToken);
        if (order is null || !executor.LocationIds.Contains(order.LocationId))
            return new NotFound("The work order");
        var batch = await context.DeletionBatches.Include(batch => batch.Approvals).SingleAsync(batch => batch.Id == order.BatchId, cancellationToken);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(body));
        var known = await context.ExecutionReports.AsNoTracking()
            .SingleOrDefaultAsync(report => report.WorkOrderId == orderId && report.ReportKey == read.Value.Key, cancellationToken);
        if (known is not null)
        {
            return known.BodySha256 == sha256
                ? new ReportReceipt(known.ReportKey, known.Items, known.Applied, true, batch.State.ToString())
                : new ReportKeyReused(known.ReportKey);
        }

        var reported = new ReportedItems(context, batch, order, read.Value.Items);
        if (await reported.RefusalAsync(cancellationToken) is { } refusal)
            return refusal;
        var report = ExecutionReport.Receive(order, executor.TokenId, executor.Name, read.Value.Key, sha256, read.Value.Items.Count, now);
        context.ExecutionReports.Add(report);
        await context.SaveChangesAsync(cancellationToken);
        var wasStopped = batch.State is not (BatchState.Executing or BatchState.Executed or BatchState.Verified);
        var applied = await reported.ApplyAsync(report, cancellationToken);
        report.Apply(applied.Count);
        if (wasStopped && applied.Executed > 0)
            await RaiseFindingsAsync(context, batch, report, now, cancellationToken);
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        await BatchEffects.DeriveAsync(context, positions, applied.Datasets, now, cancellationToken);
        batch.Progress(await BatchItems.TallyAsync(context, batch, cancellationToken), now);
        await change.CommitAsync(
            BatchEntries.Of(
                LedgerActions.BatchExecutionReported, batch,
                $"reported on {report.Items:N0} {(report.Items == 1 ? "item" : "items")} of the deletion batch “{batch.Name}”: {applied.Executed:N0} newly deleted, {applied.Count - applied.Executed:N0} newly failed{(wasStopped ? ", although the order had been stopped" : "")}",
                new() { ["workOrder"] = order.Id, ["reportId"] = report.ReportKey, ["bodySha256"] = sha256, ["items"] = report.Items, ["applied"] = applied.Count, ["executed"] = applied.Executed }),
            cancellationToken);
        return new ReportReceipt(report.ReportKey, report.Items, report.Applied, false, batch.State.ToString());
    }

    private static async Task RaiseFindingsAsync(
        DashboardContext context, DeletionBatch batch, ExecutionReport report, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var datasets = await context.ItemsOf(batch).Where(item => item.ReportId == report.Id && item.State == ItemState.Reported)
            .GroupBy(item => item.DatasetId)
            .Select(same => new { same.Key, Copies = same.LongCount() })
            .ToListAsync(cancellationToken);
        context.Findings.AddRange(datasets.Select(same => new Finding(FindingKind.DeletedWithoutOrder, same.Key, null, same.Copies, now) { BatchId = batch.Id }));
    }
}
