using System.Security.Claims;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Settings;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Security;

/// <summary>How every handler checks who is acting and whether they may. It reads the database every time.</summary>
internal sealed class MemberAccess(
    MemberDirectory members,
    RefusalRecord refusals,
    RequestPrincipal request,
    AuthenticationStateProvider circuit,
    IOptions<ProgrammeSettings> programme)
{
    /// <summary>The acting member, or why they may not do this.</summary>
    public async Task<Result<Member>> RequireAsync(Permission permission, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } member)
            return new NotSignedIn();
        var refusal = member.May(permission, programme.Value.OversightCountry).Refusal;
        if (refusal is OutsideOversightCountry outside)
            await refusals.AtActionAsync(member, permission, outside, cancellationToken);
        return refusal is null ? member : refusal;
    }

    /// <summary>When the identity provider last authenticated the signed-in person; null if the provider does not say.</summary>
    public async Task<DateTimeOffset?> AuthenticatedAtAsync() => (await PrincipalAsync()).AuthenticatedAt();

    /// <summary>The signed-in member, suspended or not; null if no one is signed in.</summary>
    public async Task<Member?> FindAsync(CancellationToken cancellationToken)
    {
        return await members.FindAsync((await PrincipalAsync()).Subject(), cancellationToken);
    }

    private async Task<ClaimsPrincipal> PrincipalAsync() => request.User ?? (await circuit.GetAuthenticationStateAsync()).User;
}
