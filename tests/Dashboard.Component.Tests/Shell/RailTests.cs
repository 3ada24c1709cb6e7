using Bunit;
using Bunit.TestDoubles;
using Dashboard.Core.Administration;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;

namespace Dashboard.Component.Tests.Shell;

public sealed class RailTests : ComponentTest
{
    public RailTests()
    {
        Services.AddSingleton(new NavItem(2, "Members", "/members", Glyphs.People, Permission.ViewMembers));
        Services.AddSingleton(new NavItem(1, "Summary", "/summary", Glyphs.Summary, Permission.ViewSummary));
        Services.AddSingleton(new NavItem(3, "Help", "/help", Glyphs.Information, null, "/guide"));
    }

    [Fact]
    public void Rail_ForOnePermission_ListsOnlyItsPagesInOrder()
    {
        AddAuthorization().SetAuthorized("Ada").SetPolicies(PermissionPolicies.Name(Permission.ViewSummary));

        var rail = Render<Rail>(parameters => parameters.Add(rail => rail.Title, "Programme"));

        Assert.Equal(["Summary", "Help"], rail.FindAll("li").Select(item => item.TextContent.Trim()));
    }

    [Theory]
    [InlineData("/help/import", 1)]
    [InlineData("/guide", 1)]
    [InlineData("/guide/import", 1)]
    [InlineData("/guidebook", 0)]
    public void Rail_OnAPage_MarksTheItemItBelongsTo(string address, int marked)
    {
        AddAuthorization().SetAuthorized("Ada").SetPolicies(PermissionPolicies.Name(Permission.ViewSummary));
        Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo(address);

        var rail = Render<Rail>(parameters => parameters.Add(rail => rail.Title, "Programme"));

        Assert.Equal(Enumerable.Repeat("Help", marked), rail.FindAll("[aria-current=page]").Select(item => item.TextContent.Trim()));
    }
}
