using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Sources;

/// <param name="Version">The version that was edited.</param>
internal sealed record ReviseSourceRequest(
    long Id, long Version, string Name, int ExpectedIntervalHours, long? LocationId, bool IsComplete, int MaxRejectedPercent);

internal sealed class ReviseSource(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    public Task<Result> HandleAsync(ReviseSourceRequest request, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(request, cancellationToken), cancellationToken);

    private async Task<Result> OnceAsync(ReviseSourceRequest request, CancellationToken cancellationToken)
    {
        var administrator = await access.RequireAsync(Permission.ManageSources, cancellationToken);
        if (administrator.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(administrator.Value, clock, cancellationToken);
        if (await context.Sources.SingleOrDefaultAsync(source => source.Id == request.Id, cancellationToken) is not { } source)
            return new SourceNotFound();
        if (source.Version != request.Version)
            return new StaleEdit("The source");
        if (request.LocationId is { } place && !await context.Locations.AnyAsync(location => location.Id == place, cancellationToken))
            return new NotFound("The location");
        var revised = source.Revise(
            request.Name, request.ExpectedIntervalHours, request.LocationId, request.IsComplete, request.MaxRejectedPercent);
        if (revised.Refusal is { } invalid)
            return invalid;
        var draft = new LedgerDraft(LedgerActions.SourceRevised, LedgerSubjects.Of(source), $"revised the source “{source.Name}”")
        {
            Changes = await context.ChangesOfAsync(source, cancellationToken),
        };
        if (draft.Changes.Count == 0)
            return Result.Done;
        return await change.CommitUnlessStaleAsync(draft, "The source", cancellationToken);
    }
}
