using Dashboard.Web.Settings;
using Dashboard.Web.Startup;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Security;

/// <summary>
/// Looks at the membership behind an open page again and again: who is suspended is signed out of it, whose roles changed gets
/// the new ones. Handlers ask the database anyway; this is what makes the page itself show it.
/// </summary>
internal sealed class MembershipRevalidation(
    ILoggerFactory logs, MemberDirectory members, IOptions<ProgrammeSettings> programme, IHostApplicationLifetime lifetime)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    /// <summary>Rights must end within 30 seconds; this leaves room for a slow database.</summary>
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(15);

    internal TimeSpan Interval => RevalidationInterval;

    /// <summary>
    /// A server that stops keeps its circuits until the process ends, and their loops would go on asking services that are gone. They
    /// end quietly instead: a cancellation by the loop's own token is what it takes for its end.
    /// </summary>
    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            throw Ended(cancellationToken);
        try
        {
            return await IsStillValidAsync(authenticationState, cancellationToken);
        }
        catch (ObjectDisposedException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw Ended(cancellationToken);
        }
    }

    internal Task<bool> ValidateAsync(AuthenticationState state, CancellationToken cancellationToken) =>
        ValidateAuthenticationStateAsync(state, cancellationToken);

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

    private static TaskCanceledException Ended(CancellationToken loop) => new("The server stops.", innerException: null, loop);
}
