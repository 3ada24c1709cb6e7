using System.Security.Claims;
using Dashboard.Core.Administration;
using Dashboard.Web.Settings;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Security;

/// <summary>
/// Who is signed in on an open page. <see cref="Dashboard.Web.Jobs.MembershipJob"/> passes the member on again and again: a suspended member is
/// signed out, and changed roles take effect. Handlers check the database anyway; this updates the page itself.
/// </summary>
internal sealed class MembershipRevalidation : ServerAuthenticationStateProvider, IDisposable
{
    private readonly OpenCircuits circuits;
    private readonly string oversightCountry;

    public MembershipRevalidation(OpenCircuits circuits, IOptions<ProgrammeSettings> programme)
    {
        (this.circuits, oversightCountry) = (circuits, programme.Value.OversightCountry);
        AuthenticationStateChanged += OnChanged;
    }

    public void Dispose()
    {
        AuthenticationStateChanged -= OnChanged;
        circuits.Remove(this);
    }

    /// <summary>Compares the signed-in person with their membership as it is now.</summary>
    /// <param name="member">Null if there is none.</param>
    internal async Task RefreshAsync(Member? member)
    {
        var user = (await GetAuthenticationStateAsync()).User;
        var refreshed = member is { IsActive: true } ? user.Refreshed(member, oversightCountry) : new ClaimsPrincipal(new ClaimsIdentity());
        if (refreshed != user)
            SetAuthenticationState(Task.FromResult(new AuthenticationState(refreshed)));
    }

    private void OnChanged(Task<AuthenticationState> changed) => _ = WatchAsync(changed);

    private async Task WatchAsync(Task<AuthenticationState> changed)
    {
        if ((await changed).User.Subject() is { } subject)
            circuits.Add(this, subject);
        else
            circuits.Remove(this);
    }
}
