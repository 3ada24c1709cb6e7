using System.Net.Http.Headers;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Api;

/// <summary>Authenticates API calls by the token in the request, checked against the database each time. Cookies are ignored.</summary>
internal sealed class ApiTokenAccess(IDbContextFactory<DashboardContext> contexts, TimeProvider clock)
{
    private static readonly TimeSpan LastUseInterval = TimeSpan.FromMinutes(1);

    public async Task<Result<ApiToken>> RequireAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization.ToString(), out var header)
            || !string.Equals(header.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase) || header.Parameter is not { } written)
            return new TokenMissing();
        if (ApiToken.Read(written) is not var (id, secret))
            return new TokenUnknown();
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var token = await context.ApiTokens.AsNoTracking().Include(token => token.Locations).SingleOrDefaultAsync(token => token.Id == id, cancellationToken);
        if (token is null || !token.Matches(secret))
            return new TokenUnknown();
        switch (token.StateAt(now))
        {
            case ApiTokenState.Revoked:
                return new TokenRevoked();
            case ApiTokenState.Expired:
                return new TokenExpired();
        }

        if (token.LastUsedAt is not { } last || now - last >= LastUseInterval)
            await context.ApiTokens.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, now), cancellationToken);
        return token;
    }
}
