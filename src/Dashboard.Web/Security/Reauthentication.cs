using System.Globalization;
using System.Security.Claims;
using Dashboard.Core;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Security;

/// <summary>
/// Whether the identity provider authenticated the person who acts a short while ago (OpenID Connect's <c>auth_time</c>): an open page on an
/// unlocked computer is not enough to approve a deletion. Who is refused goes to <see cref="SignInEndpoints.AgainPathFor"/>.
/// </summary>
internal sealed class Reauthentication(
    RequestPrincipal request, AuthenticationStateProvider circuit, IOptions<ReauthenticationSettings> settings, TimeProvider time)
{
    /// <summary>How far the provider's clock may be ahead of ours.</summary>
    public static TimeSpan ClocksMayDiffer { get; } = TimeSpan.FromMinutes(1);

    /// <summary>When the provider authenticated the person who acts, or that they must authenticate again.</summary>
    public async Task<Result<DateTimeOffset>> RequireRecentAsync()
    {
        var principal = request.User ?? (await circuit.GetAuthenticationStateAsync()).User;
        return Require(principal, time.GetUtcNow(), settings.Value.ReauthenticateWithin);
    }

    /// <summary>The rule: not older than <paramref name="within"/>, and at most <see cref="ClocksMayDiffer"/> in the future.</summary>
    internal static Result<DateTimeOffset> Require(ClaimsPrincipal principal, DateTimeOffset now, TimeSpan within)
    {
        var at = Read(principal);
        var problem = at is not { } known ? AuthenticationTime.Absent
            : known > now + ClocksMayDiffer ? AuthenticationTime.InFuture
            : now - known > within ? AuthenticationTime.TooOld
            : AuthenticationTime.Recent;
        return problem is AuthenticationTime.Recent ? at!.Value : new MustReauthenticate(problem, within);
    }

    /// <summary>Seconds since 1970; null when there is none, several, or something that is not a time.</summary>
    private static DateTimeOffset? Read(ClaimsPrincipal principal)
    {
        const long latest = 253402300799; // the last second of the year 9999
        return principal.FindAll(MemberPrincipal.AuthenticatedAtClaim).ToList() is [var only]
            && long.TryParse(only.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= latest
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }
}
