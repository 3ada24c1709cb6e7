using Dashboard.Core;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Boundary;

internal static class BoundarySaving
{
    /// <summary>
    /// Saves a change of what positions follow from, and in the caller's transaction derives every dataset's standing and today's figures
    /// anew: nobody ever reads a boundary and figures that do not belong together.
    /// </summary>
    /// <param name="what">What was edited, for the refusal when somebody else was faster.</param>
    public static async Task<Result> SaveAndDeriveAsync(
        this DashboardContext context, string what, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new StaleEdit(what);
        }

        await Standings.RecalculateAllAsync(context, now, cancellationToken);
        await context.Database.CurrentTransaction!.CommitAsync(cancellationToken);
        return Result.Done;
    }
}
