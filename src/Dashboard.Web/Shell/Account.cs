using System.Security.Claims;
using Dashboard.Core;
using Dashboard.Core.Administration;

namespace Dashboard.Web.Shell;

/// <summary>The signed-in person, as shown in the account menu. For display only; the handlers decide what they may do.</summary>
public sealed record Account(string Name, IReadOnlyList<string> Roles, string? Unit, string? Country)
{
    public string Initials
    {
        get
        {
            var words = Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return words.Length == 0 ? "?" : string.Concat(words.Length == 1 ? words[0][..1] : words[0][..1] + words[^1][..1]).ToUpperInvariant();
        }
    }

    public static Account From(ClaimsPrincipal user) => new(
        user.Identity?.Name ?? "Unnamed",
        [.. user.FindAll((user.Identity as ClaimsIdentity)?.RoleClaimType ?? "role").Select(role => Label(role.Value)).Order(StringComparer.Ordinal)],
        user.FindFirst("unit")?.Value,
        user.FindFirst("country")?.Value);

    private static string Label(string role) => Enum.TryParse<Roles>(role, out var known) ? Naming.Label(known) : role;
}
