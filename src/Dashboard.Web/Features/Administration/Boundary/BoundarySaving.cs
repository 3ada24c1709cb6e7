using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Boundary;

internal static class BoundarySaving
{
    /// <summary>
    /// Saves a change of what positions follow from, and in the same transaction derives every dataset's standing and today's figures
    /// anew: nobody ever reads a boundary and figures that do not belong together. The entry also says which datasets changed stage by it.
    /// </summary>
    /// <param name="what">What was edited, for the refusal when somebody else was faster.</param>
    /// <param name="draft">Asked once the change is saved, when new rows have their ids.</param>
    public static async Task<Result> SaveAndDeriveAsync(
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
        var told = draft();
        await change.CommitAsync(told with { Related = [.. told.Related, .. moves.Related()], Details = moves.ToDetails() }, cancellationToken);
        return Result.Done;
    }
}
