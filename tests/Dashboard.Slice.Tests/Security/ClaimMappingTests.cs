using System.Security.Claims;
using Dashboard.Core.Administration;
using Dashboard.Web.Security;

namespace Dashboard.Slice.Tests.Security;

public sealed class ClaimMappingTests
{
    [Fact]
    public void Read_OfAnotherProvidersClaims_FollowsTheSettings()
    {
        var settings = new IdentitySettings
        {
            Claims = new()
            {
                Subject = "oid", Name = "display", Email = "upn", Roles = "groups", Unit = "dept", Country = "groups", Systems = "apps",
            },
            Roles = new() { ["g-17"] = nameof(Roles.Reviewer), ["g-18"] = nameof(Roles.Auditor) },
            Units = new() { ["4711"] = "Data Assurance" },
            Countries = new() { ["us-persons"] = "US" },
        };

        var claims = ClaimMapping.Read(
            Principal(
                ("oid", "42"), ("display", "Ada"), ("upn", "ada@example.com"), ("groups", "g-17"), ("groups", "g-18"), ("groups", "g-99"),
                ("groups", "us-persons"), ("dept", "4711"), ("apps", "feeds"), ("apps", "ads"), ("role", "administrator")),
            settings)!;

        Assert.Equal(("42", "Ada", "ada@example.com", Roles.Reviewer | Roles.Auditor, "Data Assurance", "US"), (claims.Subject, claims.Name, claims.Email, claims.Roles, claims.Unit, claims.Country));
        Assert.Equal(["feeds", "ads"], claims.Systems);
    }

    [Fact]
    public void Read_WithoutSubject_IsNull() => Assert.Null(ClaimMapping.Read(Principal(("name", "Ada")), Defaults()));

    [Fact]
    public void Read_WithUnknownRoles_GrantsNone() =>
        Assert.Equal(Roles.None, ClaimMapping.Read(Principal(("sub", "1"), ("role", "king")), Defaults())!.Roles);

    [Theory]
    [InlineData("US", "US")]
    [InlineData("us", "US")]
    [InlineData("USA", null)]
    [InlineData("", null)]
    public void Read_OfCountry_AcceptsOnlyACountryCode(string value, string? country) =>
        Assert.Equal(country, ClaimMapping.Read(Principal(("sub", "1"), ("country", value)), Defaults())!.Country);

    [Fact]
    public void Read_OfTwoCountries_IsNone() =>
        Assert.Null(ClaimMapping.Read(Principal(("sub", "1"), ("country", "US"), ("country", "SG")), Defaults())!.Country);

    private static IdentitySettings Defaults() => new()
    {
        Claims = new() { Subject = "sub", Name = "name", Email = "email", Roles = "role", Unit = "unit", Country = "country", Systems = "system" },
        Roles = new() { ["reviewer"] = nameof(Roles.Reviewer) },
    };

    private static ClaimsPrincipal Principal(params (string Type, string Value)[] claims) =>
        new(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Type, claim.Value)), "test"));
}
