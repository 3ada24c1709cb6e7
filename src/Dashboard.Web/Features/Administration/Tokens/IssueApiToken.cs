using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Tokens;

/// <param name="LastDay">The last day (UTC) on which the token is valid.</param>
/// <param name="SourceId">The source that may push its reports with it; null for an executor's token.</param>
internal sealed record IssueApiTokenRequest(string Name, IReadOnlyCollection<long> LocationIds, DateOnly LastDay, long? SourceId = null);

/// <summary>Issues a token for an executor or a source. The token is shown only this once.</summary>
internal sealed class IssueApiToken(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    /// <returns>The token as the executor must send it.</returns>
    public Task<Result<string>> HandleAsync(IssueApiTokenRequest request, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(request, cancellationToken), cancellationToken);

    private async Task<Result<string>> OnceAsync(IssueApiTokenRequest request, CancellationToken cancellationToken)
    {
        var administrator = await access.RequireAsync(Permission.ManageApiTokens, cancellationToken);
        if (administrator.Refusal is { } refusal)
            return refusal;
        var expiresAt = new DateTimeOffset(request.LastDay.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        var issued = ApiToken.Issue(request.Name, request.LocationIds, request.SourceId, expiresAt, administrator.Value, clock.GetUtcNow(), out var secret);
        if (issued.Refusal is { } invalid)
            return invalid;
        var token = issued.Value;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(administrator.Value, clock, cancellationToken);
        var ids = token.Locations.Select(location => location.LocationId).ToArray();
        var places = await context.Locations.AsNoTracking().Where(location => ids.Contains(location.Id)).OrderBy(location => location.Name).ToListAsync(cancellationToken);
        if (places.Count < ids.Length)
            return new NotFound("One of the locations");
        var source = request.SourceId is { } sourceId ? await context.Sources.AsNoTracking().SingleOrDefaultAsync(source => source.Id == sourceId, cancellationToken) : null;
        if (request.SourceId is not null && source is null)
            return new NotFound("The source");
        context.ApiTokens.Add(token);
        await context.SaveChangesAsync(cancellationToken);
        var names = source is not null ? $"the source {source.Name}" : LedgerDetails.Text(string.Join(", ", places.Select(place => place.Name)), 1_000);
        await change.CommitAsync(
            new LedgerDraft(LedgerActions.ApiTokenIssued, LedgerSubjects.Of(token), $"issued an API token to {token.Name} for {names}, until {request.LastDay:yyyy-MM-dd}")
            {
                Related = source is not null ? [LedgerSubjects.Of(source)] : [.. places.Take(100).Select(LedgerSubjects.Of)],
            },
            cancellationToken);
        return token.Written(secret);
    }
}
