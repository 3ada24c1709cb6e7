using System.Globalization;
using System.Security.Claims;
using Dashboard.Core.Administration;

namespace Dashboard.Web.Security;

/// <summary>
/// The principal in our own cookie: who the member is and, for menus, what they may see. It never authorizes a change;
/// <see cref="MemberAccess"/> does, based on the member in the database.
/// </summary>
internal static class MemberPrincipal
{
    public const string SubjectClaim = "sub";
    public const string NameClaim = "name";
    public const string RoleClaim = "role";
    public const string UnitClaim = "unit";
    public const string CountryClaim = "country";
    public const string AuthenticatedAtClaim = "auth_time";

    /// <summary>The end of the year 9999 in Unix seconds.</summary>
    private const long LatestTime = 253_402_300_799;

    private const string AuthenticationType = "Dashboard";

    /// <param name="authenticatedAt">The provider's <c>auth_time</c> (Unix seconds), if it sent one.</param>
    public static ClaimsPrincipal For(Member member, string oversightCountry, string? authenticatedAt)
    {
        var identity = new ClaimsIdentity(AuthenticationType, NameClaim, RoleClaim);
        identity.AddClaim(new(SubjectClaim, member.Subject));
        identity.AddClaim(new(NameClaim, member.Name));

        var roles = member.EffectiveRoles(oversightCountry);
        foreach (var role in Enum.GetValues<Roles>().Where(role => role is not Roles.None && roles.HasFlag(role)))
            identity.AddClaim(new(RoleClaim, role.ToString()));

        AddKnown(identity, UnitClaim, member.Unit);
        AddKnown(identity, CountryClaim, member.Country);
        AddKnown(identity, AuthenticatedAtClaim, authenticatedAt);
        return new ClaimsPrincipal(identity);
    }

    public static string? Subject(this ClaimsPrincipal principal) => principal.FindFirst(SubjectClaim)?.Value;

    /// <summary>The provider's <c>auth_time</c>; null if it sent none, several or an invalid one.</summary>
    public static DateTimeOffset? AuthenticatedAt(this ClaimsPrincipal principal) =>
        principal.FindAll(AuthenticatedAtClaim).ToList() is [var only]
            && long.TryParse(only.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LatestTime
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>The principal that this member should have now; the same object if nothing changed.</summary>
    public static ClaimsPrincipal Refreshed(this ClaimsPrincipal principal, Member member, string oversightCountry)
    {
        var fresh = For(member, oversightCountry, principal.FindFirst(AuthenticatedAtClaim)?.Value);
        return Facts(fresh).SetEquals(Facts(principal)) ? principal : fresh;
    }

    private static void AddKnown(ClaimsIdentity identity, string type, string? value)
    {
        if (value is not null)
            identity.AddClaim(new(type, value));
    }

    private static HashSet<(string Type, string Value)> Facts(ClaimsPrincipal principal) =>
        [.. principal.Claims.Select(claim => (claim.Type, claim.Value))];
}
