using Dashboard.Core;
using Dashboard.Core.Deletions;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Api;

/// <summary>What a token gives access to.</summary>
/// <param name="Name">The executor's name.</param>
/// <param name="Locations">Keys of the locations whose work orders it may fetch.</param>
/// <param name="ExpiresAt">The token is refused after this time.</param>
internal sealed record ExecutorAnswer(string Name, IReadOnlyList<string> Locations, DateTimeOffset ExpiresAt);

/// <summary>Shows an executor what its token gives access to; a good first request.</summary>
internal sealed class WhoAmI(IDbContextFactory<DashboardContext> contexts)
{
    public async Task<ExecutorAnswer> HandleAsync(Executor executor, CancellationToken cancellationToken)
    {
        var ids = executor.LocationIds.ToArray();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var keys = await context.Locations.Where(location => ids.Contains(location.Id)).OrderBy(location => location.Key).Select(location => location.Key).ToListAsync(cancellationToken);
        var expiresAt = await context.ApiTokens.Where(token => token.Id == executor.TokenId).Select(token => token.ExpiresAt).SingleAsync(cancellationToken);
        return new(executor.Name, keys, expiresAt);
    }
}
