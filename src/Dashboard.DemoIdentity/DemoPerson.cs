namespace Dashboard.DemoIdentity;

/// <summary>A fictional person who can sign in to the demo with one click.</summary>
/// <param name="Subject">The <c>sub</c> claim.</param>
/// <param name="Name">The <c>name</c> claim.</param>
/// <param name="Role">The <c>role</c> claim: the name of the group at an external provider.</param>
/// <param name="RoleTitle">The role as shown on the sign-in page.</param>
/// <param name="Unit">The <c>unit</c> claim.</param>
/// <param name="Country">The <c>country</c> claim, ISO 3166-1 alpha-2.</param>
public sealed record DemoPerson(string Subject, string Name, string Role, string RoleTitle, string Unit, string Country)
{
    /// <summary>The <c>system</c> claims: the systems that a data steward is responsible for.</summary>
    public IReadOnlyList<string> Systems { get; init; } = [];

    /// <summary>The <c>email</c> claim; example.com is reserved for this by RFC 2606.</summary>
    public string Email => $"{Subject}@example.com";
}
