using System.Security.Claims;
using Dashboard.Web.Shell;

namespace Dashboard.Component.Tests.Shell;

public sealed class AccountTests
{
    [Fact]
    public void From_WithEveryClaim_ReadsThemAll()
    {
        var account = Account.From(User(new("name", "Ada Lovelace Lead"), new("role", "GovernanceLead"), new("role", "Auditor"), new("unit", "Oversight"), new("country", "US")));

        Assert.Equal("Ada Lovelace Lead", account.Name);
        Assert.Equal("AL", account.Initials);
        Assert.Equal(["Auditor", "Governance lead"], account.Roles);
        Assert.Equal("Oversight", account.Unit);
        Assert.Equal("US", account.Country);
    }

    [Fact]
    public void From_WithoutClaims_SaysSoAndDoesNotFail()
    {
        var account = Account.From(User());

        Assert.Empty(account.Roles);
        Assert.Null(account.Country);
        Assert.Equal("U", account.Initials);
    }

    private static ClaimsPrincipal User(params Claim[] claims) => new(new ClaimsIdentity(claims, "test", "name", "role"));
}
