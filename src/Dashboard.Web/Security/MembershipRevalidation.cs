using Dashboard.Web.Settings;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Security;

/// <summary>
/// Rechecks the membership behind an open page: a suspended member is signed out, and changed roles take effect. Handlers check the
/// database anyway; this updates the page itself.
/// </summary>
internal sealed class MembershipRevalidation(
    ILoggerFactory logs, MemberDirectory members, IOptions<ProgrammeSettings> programme, IHostApplicationLifetime lifetime)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    /// <summary>Rights must end within 30 seconds; this leaves time for a slow database.</summary>
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(15);

    internal TimeSpan Interval => RevalidationInterval;

    /// <summary>
    /// A stopping server keeps its circuits until the process ends, and their loops would call disposed services. A cancellation with the
    /// loop's own token ends each loop quietly.
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

    private static TaskCanceledException Ended(CancellationToken loop) => new("The server is stopping.", innerException: null, loop);
}
