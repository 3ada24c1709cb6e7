using Dashboard.Core.Administration;
using Dashboard.Web.Settings;

namespace Dashboard.Web.Security;

/// <summary>The OpenID Connect provider for sign-in, and how its claims map to roles, unit and country.</summary>
internal sealed class IdentitySettings : ISettings
{
    public static string Section => "Identity";

    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    public string[] Scopes { get; set; } = [];

    /// <summary>Also reads claims from the userinfo endpoint, for a provider that puts few claims into its ID tokens.</summary>
    public bool ClaimsFromUserInfo { get; set; }

    /// <summary>Sign-in requests allowed per network address and minute; one sign-in takes two or three.</summary>
    public int SignInRequestsPerMinute { get; set; }

    public ClaimNames Claims { get; set; } = new();

    /// <summary>Role or group at the provider → <see cref="Core.Administration.Roles"/>. A value that is not listed gives no role.</summary>
    public Dictionary<string, string> Roles { get; set; } = [];

    /// <summary>Value of the unit claim → unit. Empty: the value is the unit.</summary>
    public Dictionary<string, string> Units { get; set; } = [];

    /// <summary>Value of the country claim (or a group) → ISO 3166-1 alpha-2. Empty: the value is the country.</summary>
    public Dictionary<string, string> Countries { get; set; } = [];

    public IEnumerable<string> Problems() => [.. ProviderProblems(), .. MappingProblems()];

    private IEnumerable<string> ProviderProblems()
    {
        if (string.IsNullOrWhiteSpace(Authority))
            yield return "Identity:Authority is missing: the URL of your OpenID Connect provider.";
        else if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            yield return $"Identity:Authority is \"{Authority}\": it must be an https URL.";

        if (string.IsNullOrWhiteSpace(ClientId))
            yield return "Identity:ClientId is missing: the dashboard's client at your provider.";
        if (string.IsNullOrWhiteSpace(ClientSecret))
            yield return "Identity:ClientSecret is missing: the secret of that client.";
        if (!Scopes.Contains("openid"))
            yield return "Identity:Scopes must include openid.";
    }

    private IEnumerable<string> MappingProblems()
    {
        foreach (var (setting, _) in Claims.All.Where(claim => string.IsNullOrWhiteSpace(claim.ClaimType)))
            yield return $"Identity:Claims:{setting} is missing: the claim type to read.";

        foreach (var (group, role) in Roles.Where(entry => !IsRole(entry.Value)))
            yield return $"Identity:Roles:{group} is \"{role}\": it must be one of {string.Join(", ", RoleNames)}.";

        if (!Roles.Values.Any(role => role == nameof(Core.Administration.Roles.Administrator)))
            yield return "Identity:Roles is missing a group for Administrator: no one could manage members.";

        foreach (var (value, country) in Countries.Where(entry => entry.Value is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z']))
            yield return $"Identity:Countries:{value} is \"{country}\": it must be two capital letters (ISO 3166-1), such as US.";

        if (SignInRequestsPerMinute < 1)
            yield return "Identity:SignInRequestsPerMinute must be at least 1.";
    }

    private static IEnumerable<string> RoleNames =>
        Enum.GetNames<Roles>().Where(name => name != nameof(Core.Administration.Roles.None));

    private static bool IsRole(string? name) => RoleNames.Contains(name);
}
