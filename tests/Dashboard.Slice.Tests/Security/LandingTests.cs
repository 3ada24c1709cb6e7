using Dashboard.Core.Administration;
using Dashboard.Web.Security;

namespace Dashboard.Slice.Tests.Security;

public sealed class LandingTests
{
    [Theory]
    [InlineData(Roles.Executive, "SG", "/summary")]
    [InlineData(Roles.GovernanceLead, "US", "/summary")]
    [InlineData(Roles.GovernanceLead, "SG", "/no-access")]
    [InlineData(Roles.Reviewer, "US", "/summary")]
    [InlineData(Roles.Reviewer, null, "/no-access")]
    [InlineData(Roles.Auditor, "US", "/summary")]
    [InlineData(Roles.DataSteward, "SG", "/imports")]
    [InlineData(Roles.Administrator, "US", "/administration/members")]
    [InlineData(Roles.Administrator | Roles.Auditor, "US", "/summary")]
    [InlineData(Roles.Reviewer | Roles.DataSteward, "SG", "/imports")]
    [InlineData(Roles.None, "US", "/no-access")]
    public void Start_ByRoleAndCountry_IsThePageTheyUseFirst(Roles roles, string? country, string page)
    {
        var member = Member.Register(new("1", "Ada", null, roles, null, country, []), DateTimeOffset.UnixEpoch);

        Assert.Equal(page, Landing.PageFor(member, "US"));
    }
}
