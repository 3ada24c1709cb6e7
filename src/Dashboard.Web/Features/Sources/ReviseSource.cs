using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Sources;

/// <param name="Version">The version that was edited.</param>
internal sealed record ReviseSourceRequest(
    long Id, long Version, string Name, int ExpectedIntervalHours, long? LocationId, bool IsComplete, int MaxRejectedPercent);

internal sealed class ReviseSource(IDbContextFactory<DashboardContext> contexts, MemberAccess access, ChangeNotices notices)
{
    public async Task<Result> HandleAsync(ReviseSourceRequest request, CancellationToken cancellationToken)
    {
        if ((await access.RequireAsync(Permission.ManageSources, cancellationToken)).Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Sources.SingleOrDefaultAsync(source => source.Id == request.Id, cancellationToken) is not { } source)
            return new SourceNotFound();
        if (request.LocationId is { } place && !await context.Locations.AnyAsync(location => location.Id == place, cancellationToken))
            return new NotFound("The location");
        var revised = source.Revise(
            request.Name, request.ExpectedIntervalHours, request.LocationId, request.IsComplete, request.MaxRejectedPercent);
        if (revised.Refusal is { } invalid)
            return invalid;
        context.Entry(source).Property(s => s.Version).OriginalValue = request.Version;
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new StaleEdit("The source");
        }

        notices.Raise(ChangeTopic.Sources);
        return Result.Done;
    }
}
