using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Features.Deletions.Decisions;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Holds;

/// <summary>Lifts a legal hold. The batches it held back return to the reviewers' queue; earlier approvals stay void.</summary>
internal sealed class LiftHold(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    public Task<Result> HandleAsync(long holdId, string reason, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(holdId, reason, cancellationToken), cancellationToken);

    private async Task<Result> OnceAsync(long holdId, string reason, CancellationToken cancellationToken)
    {
        var lead = await access.RequireAsync(Permission.ManageHolds, cancellationToken);
        if (lead.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(lead.Value, clock, cancellationToken);
        var now = clock.GetUtcNow();
        var hold = await context.LegalHolds.SingleOrDefaultAsync(hold => hold.Id == holdId, cancellationToken);
        if (hold is null)
            return new NotFound("The hold");
        if (hold.Lift(lead.Value, reason, now).Refusal is { } refused)
            return refused;
        await context.SaveChangesAsync(cancellationToken);
        var batches = await RequeueAsync(context, hold, now, cancellationToken);
        var draft = new LedgerDraft(LedgerActions.HoldLifted, LedgerSubjects.Of(hold), $"lifted the legal hold “{hold.Matter}”: {BatchEntries.Because(reason)}")
        {
            Related = HoldScopes.SubjectsOf(hold),
            Details = new() { ["batchesRequeued"] = batches.Count },
        };
        await change.CommitAsync([draft, .. batches], cancellationToken);
        return Result.Done;
    }

    private static async Task<List<LedgerDraft>> RequeueAsync(DashboardContext context, LegalHold hold, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = await context.ItemsUnder(hold.Scope, hold.ScopeId).Select(item => item.BatchId).Distinct().ToListAsync(cancellationToken);
        var batches = await context.DeletionBatches.Where(batch => ids.Contains(batch.Id) && batch.State == BatchState.InReview).OrderBy(batch => batch.Id).ToListAsync(cancellationToken);
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        var drafts = new List<LedgerDraft>();
        foreach (var batch in batches)
        {
            await BatchItems.EvaluateAsync(context, batch, positions, now, cancellationToken);
            if (!await context.ItemsOf(batch).ToDelete().AnyAsync(item => (item.ClosedGates & Gates.NoHold) != Gates.None, cancellationToken))
                drafts.Add(BatchEntries.Of(LedgerActions.BatchRequeued, batch, $"returned the deletion batch “{batch.Name}” to the reviewers' queue") with { Related = [LedgerSubjects.Of(hold)] });
        }

        return drafts;
    }
}
