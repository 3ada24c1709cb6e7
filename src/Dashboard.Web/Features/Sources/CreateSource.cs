using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Sources;

internal sealed record CreateSourceRequest(
    string Key, string Name, SourceKind Kind, int ExpectedIntervalHours, long? LocationId, bool IsComplete, int MaxRejectedPercent);

internal sealed class CreateSource(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    /// <returns>The source's id.</returns>
    public Task<Result<long>> HandleAsync(CreateSourceRequest request, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(request, cancellationToken), cancellationToken);

    private async Task<Result<long>> OnceAsync(CreateSourceRequest request, CancellationToken cancellationToken)
    {
        var administrator = await access.RequireAsync(Permission.ManageSources, cancellationToken);
        if (administrator.Refusal is { } refusal)
            return refusal;
        var created = Source.Create(
            request.Key.Trim(), request.Name, request.Kind, request.ExpectedIntervalHours, request.LocationId, request.IsComplete, request.MaxRejectedPercent);
        if (created.Refusal is { } invalid)
            return invalid;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(administrator.Value, clock, cancellationToken);
        var source = created.Value;
        if (await context.Sources.AnyAsync(known => known.Key == source.Key, cancellationToken))
            return new SourceKeyTaken(source.Key);
        if (source.LocationId is { } place && !await context.Locations.AnyAsync(location => location.Id == place, cancellationToken))
            return new NotFound("The location");
        context.Sources.Add(source);
        var changes = await context.ChangesOfAsync(source, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await change.CommitAsync(
            new LedgerDraft(LedgerActions.SourceCreated, LedgerSubjects.Of(source), $"created the source “{source.Name}”, which reports {Naming.Of(source.Kind)} data")
            {
                Changes = changes,
            },
            cancellationToken);
        return source.Id;
    }
}
