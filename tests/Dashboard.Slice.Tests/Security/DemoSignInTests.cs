using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.DemoIdentity;
using Dashboard.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Slice.Tests.Security;

[Collection(nameof(RunningDashboard))]
public sealed class DemoSignInTests(DashboardHost host)
{
    public static TheoryData<string, Roles, string, string, string> People => new()
    {
        { "dana.whitfield", Roles.GovernanceLead, "Pivot Programme", "US", "/summary" },
        { "marcus.oyelaran", Roles.GovernanceLead, "Pivot Programme", "US", "/summary" },
        { "priya.raman", Roles.Reviewer, "Data Assurance", "US", "/summary" },
        { "thomas.keller", Roles.Reviewer, "Data Assurance", "US", "/summary" },
        { "grace.holloway", Roles.Reviewer, "Legal Oversight", "US", "/summary" },
        { "weiling.tan", Roles.Reviewer, "Data Assurance", "SG", "/no-access" },
        { "eleanor.brandt", Roles.Executive, "Executive Office", "US", "/summary" },
        { "samuel.ortega", Roles.Auditor, "Northgate Audit", "US", "/summary" },
        { "ingrid.solheim", Roles.DataSteward, "Storage Platform", "US", "/imports" },
        { "victor.almeida", Roles.Administrator, "Platform Operations", "US", "/administration/members" },
    };

    [Theory]
    [MemberData(nameof(People))]
    public async Task SignIn_OfDemoPerson_StoresTheirMembershipAndLandsOnTheirPage(
        string subject, Roles roles, string unit, string country, string landing)
    {
        var person = DemoPeople.Find(subject)!;

        using var client = await host.SignInAsync(subject, TestContext.Current.CancellationToken);

        await using var context = await host.Services.GetRequiredService<IDbContextFactory<DashboardContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        var member = await context.Members.SingleAsync(member => member.Subject == subject, TestContext.Current.CancellationToken);
        Assert.Equal((person.Name, person.Email, roles, unit, country, true), (member.Name, member.Email, member.Roles, member.Unit, member.Country, member.IsActive));
        Assert.Equal(person.Systems, member.Systems);
        Assert.Equal(roles.HasFlag(Roles.DataSteward), member.Systems.Count > 0);
        Assert.Equal(landing, client.LandedOn.AbsolutePath);
    }

    [Fact]
    public void DemoPeople_All_AreCoveredHere() =>
        Assert.Equal(DemoPeople.All.Select(person => person.Subject), People.Select(row => row.Data.Item1));

    [Fact]
    public async Task SignInPage_ShowsEveryPersonAsOneButton()
    {
        using var client = host.NewClient();

        var html = await client.GetStringAsync("/signin", TestContext.Current.CancellationToken);

        Assert.All(DemoPeople.All, person => Assert.Contains($"value=\"{person.Subject}\"", html));
    }

    [Fact]
    public async Task SignInPage_WithAForeignReturnUrl_LeadsHome()
    {
        using var client = host.NewClient(followRedirects: false);

        var answer = await client.GetAsync("/demo-identity/sign-in?request=https://evil.example/", TestContext.Current.CancellationToken);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }
}
