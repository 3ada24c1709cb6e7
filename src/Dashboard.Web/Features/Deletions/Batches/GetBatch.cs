using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Dashboard.Web.Features.Deletions.Overview;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Batches;

/// <summary>One batch: what it would delete, who decided what, its status, and what the reader may do.</summary>
internal sealed class GetBatch(IDbContextFactory<DashboardContext> contexts, DeletionAccess access, TimeProvider clock)
{
    /// <summary>Upper limit of notes and reports on a page; the ledger has all of them.</summary>
    public const int MostListed = 50;

    public async Task<Result<BatchDetails>> HandleAsync(long batchId, CancellationToken cancellationToken)
    {
        var reader = await access.OpenAsync(cancellationToken);
        if (reader.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var batch = await context.DeletionBatches.AsNoTracking().Include(batch => batch.Approvals).SingleOrDefaultAsync(batch => batch.Id == batchId, cancellationToken);
        if (batch is null)
            return new NotFound("The batch");
        var now = clock.GetUtcNow();
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        var situation = (await BatchSituations.OfAsync(context, [batch], cancellationToken))[batch.Id];
        return new BatchDetails(
            batch.Id, batch.Name, batch.Reason, batch.Method, batch.Technique, batch.InsideReason, batch.State, BatchPhases.Of(batch.State, batch.ReleasedAt),
            batch.Proposer, batch.Round, batch.Quorum, batch.ManifestHash, batch.Tally, batch.ClosedItems, batch.GatesEvaluatedAt, Times(batch),
            batch.StoppedBy, batch.StopReason, batch.Version, await BatchScopeNames.OfAsync(context, batch.Scope, positions, cancellationToken),
            situation, Bottleneck.Of(situation, now),
            [.. batch.Approvals.OrderBy(approval => approval.At).Select(approval => new ApprovalRow(
                approval.Name, approval.Unit, approval.ManifestHash, approval.At, approval.AuthenticatedAt, approval.VoidedAt, approval.VoidedBecause))],
            await Notes(context, batchId).ToListAsync(cancellationToken),
            await Orders(context, batchId, batch.Round).ToListAsync(cancellationToken),
            await Reports(context, batchId).ToListAsync(cancellationToken),
            Acts(batch, reader.Value, now));
    }

    internal static IQueryable<NoteRow> Notes(DashboardContext context, long batchId) => context.BatchNotes
        .Where(note => note.BatchId == batchId)
        .OrderByDescending(note => note.Id)
        .Take(MostListed)
        .Select(note => new NoteRow(note.Id, note.ItemNumber, note.Name, note.Text, note.At));

    internal static IQueryable<OrderRow> Orders(DashboardContext context, long batchId, int round) =>
        from order in context.WorkOrders
        where order.BatchId == batchId && order.Round == round
        join location in context.Locations on order.LocationId equals location.Id
        orderby location.Name, order.Id
        select new OrderRow(order.Id, location.Id, location.Name, order.ReleasedAt, order.FirstHandedOutAt, order.LastHandedOutAt);

    internal static IQueryable<ReportRow> Reports(DashboardContext context, long batchId) => (
        from report in context.ExecutionReports
        where report.BatchId == batchId
        join order in context.WorkOrders on report.WorkOrderId equals order.Id
        join location in context.Locations on order.LocationId equals location.Id
        orderby report.Id descending
        select new ReportRow(
            report.Id, location.Name, report.Executor, report.ReportKey, report.BodySha256, report.ReceivedAt, report.Items, report.Applied)).Take(MostListed);

    private static BatchTimes Times(DeletionBatch batch) => new(
        batch.StateSince, batch.CreatedAt, batch.SubmittedAt, batch.ApprovedAt, batch.CoolingOffUntil, batch.ReleasedAt, batch.LapsesAt,
        batch.ExecutedAt, batch.VerifiedAt);

    private static bool HasLeft(DeletionBatch batch, DateTimeOffset now) =>
        batch.Tally.Failed + batch.Tally.StillPresent + batch.Tally.Reappeared > 0 || (now >= batch.LapsesAt && batch.Tally.Unanswered > 0);

    private static BatchActs Acts(DeletionBatch batch, DeletionReader reader, DateTimeOffset now)
    {
        var reviews = reader.May(Permission.ReviewDeletions);
        var refusal = batch.MayApprove(reader.Member).Refusal;
        return new(
            reader.May(Permission.ProposeDeletions) && batch.MayEdit(reader.Member).IsDone,
            reviews && batch.MayReview(reader.Member).IsDone,
            reviews && refusal is null && batch.ClosedItems == 0,
            reviews && batch.State is BatchState.InReview ? refusal?.Message : null,
            reader.May(Permission.StopDeletions) && batch.IsStoppable,
            reader.May(Permission.ProposeDeletions) && batch.IsWithdrawable,
            reader.May(Permission.ProposeDeletions) && batch.Movable(now).IsDone && HasLeft(batch, now),
            reader.May(Permission.StopDeletions),
            reader.May(Permission.ExportRows),
            reader.May(Permission.ViewInventory),
            reader.May(Permission.ViewDatasets),
            reader.May(Permission.ViewImports));
    }
}
