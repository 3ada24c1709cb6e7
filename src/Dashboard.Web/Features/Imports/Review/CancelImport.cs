using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Web.Databases;
using Dashboard.Web.Features.Imports.Run;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Imports.Review;

/// <summary>Cancels an import that is not being applied yet. Its files are kept.</summary>
internal sealed class CancelImport(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, RunningImports running, TimeProvider clock)
{
    public Task<Result> HandleAsync(long importId, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(importId, cancellationToken), cancellationToken);

    private async Task<Result> OnceAsync(long importId, CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.RunImports, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;

        // Saved before the run is stopped. In the other order, this could stop a run that has just begun to apply.
        while (true)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await using var change = await context.BeginChangeAsync(member.Value, clock, cancellationToken);
            if (await context.Imports.SingleOrDefaultAsync(import => import.Id == importId, cancellationToken) is not { } import)
                return new ImportNotFound();
            if (import.Cancel(clock.GetUtcNow()).Refusal is { } tooLate)
                return tooLate;
            var source = await context.Sources.AsNoTracking().SingleAsync(source => source.Id == import.SourceId, cancellationToken);
            try
            {
                await change.CommitAsync(ImportEntries.Cancelled(import, source), cancellationToken);
                break;
            }
            catch (DbUpdateConcurrencyException)
            {
                // The worker changed the import in the meantime. Decide again from its current state.
            }
        }

        await running.StopAsync(importId);
        return Result.Done;
    }
}
