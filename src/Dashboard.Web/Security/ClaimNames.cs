namespace Dashboard.Web.Security;

/// <summary>The claim types in which the identity provider describes a person.</summary>
internal sealed class ClaimNames
{
    public string Subject { get; set; } = "";

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    /// <summary>Roles or groups; each value is looked up in <see cref="IdentitySettings.Roles"/>.</summary>
    public string Roles { get; set; } = "";

    public string Unit { get; set; } = "";

    public string Country { get; set; } = "";

    /// <summary>The systems that a data steward is responsible for.</summary>
    public string Systems { get; set; } = "";

    public IEnumerable<(string Setting, string ClaimType)> All =>
    [
        (nameof(Subject), Subject), (nameof(Name), Name), (nameof(Email), Email), (nameof(Roles), Roles),
        (nameof(Unit), Unit), (nameof(Country), Country), (nameof(Systems), Systems),
    ];
}
