using Dashboard.Web.Startup;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Security;

/// <summary>
/// Looks at the membership behind an open page again and again: who is suspended is signed out of it, whose roles changed gets
/// the new ones. Handlers ask the database anyway; this is what makes the page itself show it.
/// </summary>
internal sealed class MembershipRevalidation(ILoggerFactory logs, MemberDirectory members, IOptions<ProgrammeSettings> programme)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    /// <summary>Rights must end within 30 seconds; this leaves room for a slow database.</summary>
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(15);

    internal TimeSpan Interval => RevalidationInterval;

    protected override Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        IsStillValidAsync(authenticationState, cancellationToken);

    internal async Task<bool> IsStillValidAsync(AuthenticationState state, CancellationToken cancellationToken)
    {
        var member = await members.FindAsync(state.User.Subject(), cancellationToken);
        if (member is not { IsActive: true })
            return false;

        var refreshed = state.User.Refreshed(member, programme.Value.OversightCountry);
        if (refreshed != state.User)
            SetAuthenticationState(Task.FromResult(new AuthenticationState(refreshed)));
        return true;
    }
}
