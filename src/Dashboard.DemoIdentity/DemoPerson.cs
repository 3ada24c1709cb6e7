namespace Dashboard.DemoIdentity;

/// <summary>Someone who can sign in to the demo with one click. Nobody here exists.</summary>
/// <param name="Subject">The <c>sub</c> claim.</param>
/// <param name="Name">The <c>name</c> claim.</param>
/// <param name="Role">The <c>role</c> claim, as an outside provider would name the group.</param>
/// <param name="RoleTitle">The role in the words of the sign-in page.</param>
/// <param name="Unit">The <c>unit</c> claim.</param>
/// <param name="Country">The <c>country</c> claim, ISO 3166-1 alpha-2.</param>
public sealed record DemoPerson(string Subject, string Name, string Role, string RoleTitle, string Unit, string Country)
{
    /// <summary>The <c>system</c> claims: the systems that a data steward answers for.</summary>
    public IReadOnlyList<string> Systems { get; init; } = [];

    /// <summary>The <c>email</c> claim; example.com is reserved for this by RFC 2606.</summary>
    public string Email => $"{Subject}@example.com";
}
