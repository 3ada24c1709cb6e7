using Bunit;
using Bunit.TestDoubles;
using Dashboard.Core.Administration;
using Dashboard.Web.Controls;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;

namespace Dashboard.Component.Tests.Shell;

public sealed class RailTests : ComponentTest
{
    public RailTests()
    {
        Services.AddSingleton(new NavItem(2, "Members", "/members", Glyphs.People, Permission.ViewMembers));
        Services.AddSingleton(new NavItem(1, "Summary", "/summary", Glyphs.Summary, Permission.ViewSummary));
        Services.AddSingleton(new NavItem(3, "Help", "/help", Glyphs.Information));
    }

    [Fact]
    public void Rail_ForOnePermission_ListsOnlyItsPagesInOrder()
    {
        AddAuthorization().SetAuthorized("Ada").SetPolicies(PermissionPolicies.Name(Permission.ViewSummary));

        var rail = Render<Rail>(parameters => parameters.Add(rail => rail.Title, "Programme"));

        Assert.Equal(["Summary", "Help"], rail.FindAll("li").Select(item => item.TextContent.Trim()));
    }

    [Fact]
    public void Rail_OnAPage_MarksItAsCurrent()
    {
        AddAuthorization().SetAuthorized("Ada").SetPolicies(PermissionPolicies.Name(Permission.ViewSummary));
        Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo("/help/import");

        var rail = Render<Rail>(parameters => parameters.Add(rail => rail.Title, "Programme"));

        Assert.Equal("Help", Assert.Single(rail.FindAll("[aria-current=page]")).TextContent.Trim());
    }
}
