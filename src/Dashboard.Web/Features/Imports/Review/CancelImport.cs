using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Web.Features.Imports.Run;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Imports.Review;

/// <summary>Stops an import that has not begun to be applied. Its files stay.</summary>
internal sealed class CancelImport(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, RunningImports running, ChangeNotices notices, TimeProvider clock)
{
    public async Task<Result> HandleAsync(long importId, CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.RunImports, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;

        // Saved before the run is stopped: were it the other way round, a run that is just being applied could be stopped with it.
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
                // The worker moved it on in between; decide again on what it is now.
            }
        }

        await running.StopAsync(importId);
        notices.Raise(ChangeTopic.Imports);
        return Result.Done;
    }
}
