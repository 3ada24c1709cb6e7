using System.Security.Claims;
using Dashboard.Core.Administration;

namespace Dashboard.Web.Security;

/// <summary>Reads what the provider says about a person, by the configured claim types.</summary>
internal static class ClaimMapping
{
    /// <returns>Null if the provider sends no subject, because people cannot be told apart without one.</returns>
    public static MemberClaims? Read(ClaimsPrincipal principal, IdentitySettings settings)
    {
        if (principal.FindFirst(settings.Claims.Subject)?.Value is not { Length: > 0 } subject)
            return null;

        return new MemberClaims(
            subject,
            principal.FindFirst(settings.Claims.Name)?.Value ?? subject,
            principal.FindFirst(settings.Claims.Email)?.Value,
            ReadRoles(principal, settings),
            Mapped(principal, settings.Claims.Unit, settings.Units).FirstOrDefault(),
            ReadCountry(principal, settings),
            [.. Values(principal, settings.Claims.Systems)]);
    }

    private static Roles ReadRoles(ClaimsPrincipal principal, IdentitySettings settings) =>
        Values(principal, settings.Claims.Roles)
            .Select(group => settings.Roles.GetValueOrDefault(group))
            .OfType<string>()
            .Aggregate(Roles.None, (roles, name) => roles | Enum.Parse<Roles>(name));

    /// <summary>Fails closed: no country when the provider names none, several, or something that is not a country code.</summary>
    private static string? ReadCountry(ClaimsPrincipal principal, IdentitySettings settings)
    {
        string[] countries =
        [
            .. Mapped(principal, settings.Claims.Country, settings.Countries).Select(country => country.ToUpperInvariant()).Distinct(),
        ];
        return countries is [[>= 'A' and <= 'Z', >= 'A' and <= 'Z'] only] ? only : null;
    }

    private static IEnumerable<string> Mapped(ClaimsPrincipal principal, string claimType, Dictionary<string, string> map) =>
        Values(principal, claimType)
            .Select(value => map.Count is 0 ? value : map.GetValueOrDefault(value))
            .OfType<string>();

    private static IEnumerable<string> Values(ClaimsPrincipal principal, string claimType) =>
        principal.FindAll(claimType).Select(claim => claim.Value).Where(value => value.Length > 0);
}
