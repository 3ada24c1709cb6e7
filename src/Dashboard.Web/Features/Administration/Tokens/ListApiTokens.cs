using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Tokens;

public sealed record TokenRow(
    long Id, string Name, string? Source, string[] Locations, ApiTokenState State, string IssuedBy, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt,
    DateTimeOffset? LastUsedAt, string? RevokedBy, string? RevocationReason);

/// <summary>A location that a token can include, or a source that it can be for.</summary>
public sealed record TokenPlace(long Id, string Name);

public sealed record TokensAnswer(IReadOnlyList<TokenRow> Rows, IReadOnlyList<TokenPlace> Places, IReadOnlyList<TokenPlace> Sources, bool MayManage);

/// <summary>All tokens ever issued, newest first, on one page because there are few.</summary>
internal sealed class ListApiTokens(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    public async Task<Result<TokensAnswer>> HandleAsync(CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ViewApiTokens, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var places = await context.Locations.AsNoTracking().OrderBy(location => location.Name)
            .Select(location => new TokenPlace(location.Id, location.Name)).ToListAsync(cancellationToken);
        var sources = await context.Sources.AsNoTracking().OrderBy(source => source.Name)
            .Select(source => new TokenPlace(source.Id, source.Name)).ToListAsync(cancellationToken);
        var sourceNames = sources.ToDictionary(source => source.Id, source => source.Name);
        var names = places.ToDictionary(place => place.Id, place => place.Name);
        var tokens = await context.ApiTokens.AsNoTracking().Include(token => token.Locations).OrderByDescending(token => token.Id).ToListAsync(cancellationToken);
        var rows = tokens.ConvertAll(token => new TokenRow(
            token.Id, token.Name, token.SourceId is { } id ? sourceNames[id] : null, [.. token.Locations.Select(location => names[location.LocationId]).Order(StringComparer.Ordinal)], token.StateAt(now),
            token.IssuedBy, token.IssuedAt, token.ExpiresAt, token.LastUsedAt, token.RevokedBy, token.RevocationReason));
        return new TokensAnswer(rows, places, sources, RolePermissions.Grants(member.Value.Roles, Permission.ManageApiTokens));
    }
}
