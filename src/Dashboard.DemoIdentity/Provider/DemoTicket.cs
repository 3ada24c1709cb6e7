using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Dashboard.DemoIdentity.Provider;

/// <summary>The two principals of a demo sign-in: one for the provider's own cookie, and one for the tokens.</summary>
internal static class DemoTicket
{
    /// <summary>The provider's own cookie, separate from the dashboard's.</summary>
    public const string CookieScheme = "DemoIdentity";

    private const string AnsweredRequest = "answered-request";

    public static ClaimsPrincipal ForCookie(DemoPerson person, DateTimeOffset now) =>
        new(new ClaimsIdentity(
            [
                new(Claims.Subject, person.Subject),
                new(Claims.AuthenticationTime, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64),
            ],
            CookieScheme));

    /// <summary>Remembers which authorization request this sign-in answers, so that <c>prompt=login</c> asks only once.</summary>
    public static AuthenticationProperties Answering(string request) => new() { Items = { [AnsweredRequest] = request } };

    public static bool Answers(this AuthenticationProperties properties, string request) =>
        properties.Items.TryGetValue(AnsweredRequest, out var answered) && answered == request;

    public static DateTimeOffset AuthenticatedAt(this ClaimsPrincipal cookie) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(cookie.GetClaim(Claims.AuthenticationTime)!, CultureInfo.InvariantCulture));

    public static ClaimsPrincipal ForTokens(DemoPerson person, DateTimeOffset authenticatedAt, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role)
            .SetClaim(Claims.Subject, person.Subject)
            .SetClaim(Claims.Name, person.Name)
            .SetClaim(Claims.Email, person.Email)
            .SetClaim(Claims.Role, person.Role)
            .SetClaims("system", [.. person.Systems])
            .SetClaim("unit", person.Unit)
            .SetClaim(Claims.Country, person.Country)
            .SetClaim(Claims.AuthenticationTime, authenticatedAt.ToUnixTimeSeconds());

        identity.SetScopes(scopes);
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return new ClaimsPrincipal(identity);
    }
}
