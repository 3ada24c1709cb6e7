using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Boundary;

internal static class BoundarySaving
{
    /// <summary>
    /// Saves a change that affects positions, and recalculates every dataset's status and today's figures in the same transaction, so
    /// that the boundary and the figures always match. The entry also lists the datasets whose stage changed.
    /// </summary>
    /// <param name="what">What was edited, for the refusal if someone else has edited it in the meantime.</param>
    /// <param name="draft">Called after the change is saved, when new rows have their IDs.</param>
    public static async Task<Result> SaveAndRecalculateAsync(
        this LedgerTransaction change, DashboardContext context, string what, Func<LedgerDraft> draft, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new StaleEdit(what);
        }

        var moves = await DatasetStatuses.RecalculateAllAsync(context, now, cancellationToken);
        var entry = draft();
        await change.CommitAsync(entry with { Related = [.. entry.Related, .. moves.Related()], Details = moves.ToDetails() }, cancellationToken);
        return Result.Done;
    }
}
