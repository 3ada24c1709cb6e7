using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Sources;

/// <summary>The choices on the page for a new source.</summary>
internal sealed class PrepareSource(IDbContextFactory<DashboardContext> contexts, MemberAccess access)
{
    public async Task<Result<SourceOffer>> HandleAsync(CancellationToken cancellationToken)
    {
        if ((await access.RequireAsync(Permission.ManageSources, cancellationToken)).Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return new SourceOffer(await GetSource.Places(context).ToListAsync(cancellationToken));
    }
}

public sealed record SourceOffer(IReadOnlyList<PlaceChoice> Places);
