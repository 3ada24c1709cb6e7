using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Tokens;

/// <summary>Revokes a token immediately. The executor's next request is refused.</summary>
internal sealed class RevokeApiToken(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    public Task<Result> HandleAsync(long tokenId, string reason, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(tokenId, reason, cancellationToken), cancellationToken);

    private async Task<Result> OnceAsync(long tokenId, string reason, CancellationToken cancellationToken)
    {
        var administrator = await access.RequireAsync(Permission.ManageApiTokens, cancellationToken);
        if (administrator.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(administrator.Value, clock, cancellationToken);
        if (await context.ApiTokens.SingleOrDefaultAsync(token => token.Id == tokenId, cancellationToken) is not { } token)
            return new NotFound("The token");
        if (token.Revoke(administrator.Value, reason, clock.GetUtcNow()).Refusal is { } refused)
            return refused;
        return await change.CommitUnlessStaleAsync(
            new(LedgerActions.ApiTokenRevoked, LedgerSubjects.Of(token), $"revoked the API token of {token.Name}: {token.RevocationReason}"), "The token", cancellationToken);
    }
}
