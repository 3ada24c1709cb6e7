using System.Net;
using Dashboard.Core.Administration;
using Dashboard.Slice.Tests.Security;
using Dashboard.Testing;
using Dashboard.Web.Features.Administration.Members;

namespace Dashboard.Slice.Tests.Administration;

public sealed class MemberFilterTests : SlicedProgramme
{
    [Fact]
    public async Task List_WithEachFilter_ReturnsOnlyMatchingMembers()
    {
        var acting = As(Roles.Administrator);
        var lead = Programme.Member(Roles.GovernanceLead);
        Programme.Member(Roles.GovernanceLead | Roles.Auditor);
        Programme.Member(Roles.None);
        Assert.True((await new SuspendMember(Database, acting, Clock).HandleAsync(new(lead.Id, "Left"), Token)).IsDone);

        Assert.Equal(4, await CountAsync(new()));
        Assert.Equal(2, await CountAsync(MemberFilter.Read(null, "GovernanceLead", null)));
        Assert.Equal(1, await CountAsync(new(Role: Roles.Auditor)));
        Assert.Equal(1, await CountAsync(new(Role: Roles.None)));
        Assert.Equal(1, await CountAsync(new(IsActive: false)));
        Assert.Equal(1, await CountAsync(new(Role: Roles.GovernanceLead, IsActive: true)));
        Assert.Equal(4, await CountAsync(new(Text: "UNIT ONE")));
        Assert.Equal(0, await CountAsync(new(Text: "%")));

        async Task<int> CountAsync(MemberFilter filter)
        {
            var list = (await new ListMembers(Database, acting).HandleAsync(new(Filter: filter), Token)).Value;
            var exported = (await new ExportMembers(Database, acting, Clock).HandleAsync(filter, Token)).Value;
            Assert.Equal(list.Rows, exported);
            Assert.Equal(list.Total, list.Rows.Count);
            return list.Total;
        }
    }

    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.GovernanceLead)]
    [InlineData(Roles.DataSteward)]
    public async Task Export_WithoutTheRightToViewMembers_IsRefused(Roles roles) =>
        Assert.Equal(new NotPermitted(Permission.ViewMembers), (await new ExportMembers(Database, As(roles), Clock).HandleAsync(new(), Token)).Refusal);

    [Theory]
    [InlineData("?text=ada&role=auditor&state=suspended")]
    [InlineData("?role=none&state=active")]
    [InlineData("")]
    public void Url_ReadAndWritten_IsTheSame(string query)
    {
        var values = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);

        Assert.Equal($"/x{query}", MemberFilter.Read(values.GetValueOrDefault("text"), values.GetValueOrDefault("role"), values.GetValueOrDefault("state")).To("/x"));
    }

    [Fact]
    public void Url_WithUnknownValues_FiltersNothing() => Assert.Equal(new(), MemberFilter.Read(" ", "emperor", "asleep"));
}

[Collection(nameof(RunningDashboard))]
public sealed class MemberExportTests(DashboardHost host)
{
    [Theory]
    [InlineData("victor.almeida", HttpStatusCode.OK)]
    [InlineData("dana.whitfield", HttpStatusCode.Forbidden)]
    public async Task Csv_DownloadsOnlyForRolesThatMayViewMembers(string subject, HttpStatusCode status)
    {
        using var client = await host.SignInAsync(subject, TestContext.Current.CancellationToken);
        using var answer = await client.Http.GetAsync("/administration/members/export.csv?text=victor", TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        if (status is not HttpStatusCode.OK)
            return;
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("name,roles,unit,country,last_sign_in,state", lines[0]);
        Assert.StartsWith("Victor Almeida,Administrator,", Assert.Single(lines[1..]), StringComparison.Ordinal);
    }
}
