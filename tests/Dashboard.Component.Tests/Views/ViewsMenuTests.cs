using AngleSharp.Dom;
using Bunit;
using Dashboard.Core.Administration;
using Dashboard.Web.Features.Views;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Component.Tests.Views;

public sealed class ViewsMenuTests : PageTest
{
    private const string Inventory = "/inventory";

    public ViewsMenuTests()
    {
        Services.AddSingleton(new ViewPage(Inventory, Permission.ViewInventory, ["role", "sort"]));
        ActAs(Roles.Auditor);
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Menu_WithoutViews_SaysWhatOneIs()
    {
        var menu = Menu();

        Assert.Equal("Views", Title(menu));
        Assert.Contains("You have no saved views of this page.", menu.Find(".popup-title").TextContent);
        Assert.Empty(menu.FindAll("form, ul"));
    }

    [Fact]
    public void Menu_OnAPageThatCannotBeSaved_IsAbsent() =>
        Assert.Empty(Menu("/migration/waves/3").Markup.Trim());

    [Fact]
    public void Save_UnderAName_IsListedAndCurrent_AndTheFieldIsGone()
    {
        Navigation.NavigateTo("/inventory?role=Backup&after=7&copy=3");
        var menu = Menu();

        SaveAs(menu, "Backups");

        var link = Assert.Single(menu.FindAll("li a"));
        Assert.Equal(("Backups", "/inventory?role=Backup", "true"), (link.TextContent, link.GetAttribute("href"), link.GetAttribute("aria-current")));
        Assert.Equal("View: Backups", Title(menu));
        Assert.Equal("Saved as “Backups”.", menu.Find("[role=status]").TextContent);
        Assert.Empty(menu.FindAll("form"));
        Assert.DoesNotContain("Save this view…", menu.Markup);
    }

    [Fact]
    public void Save_WithoutAName_IsRefused_AndTheFieldStays()
    {
        var menu = Menu();

        SaveAs(menu, "  ");

        Assert.Equal("Name the view, in 1 to 60 characters.", menu.Find("[role=alert]").TextContent.Trim());
        Assert.NotEmpty(menu.FindAll("form"));
    }

    [Fact]
    public void Save_NameTaken_KeepsTheInput()
    {
        Navigation.NavigateTo("/inventory?role=Backup");
        var menu = Menu();
        SaveAs(menu, "Backups");
        Navigation.NavigateTo("/inventory?role=Cache");

        SaveAs(menu, "backups");

        Assert.Contains("You already have a view of this page named “backups”", menu.Find("[role=alert]").TextContent);
        Assert.Equal("backups", menu.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void Url_Changed_ShowsTheMatchingView()
    {
        Navigation.NavigateTo("/inventory?role=Backup");
        var menu = Menu();
        SaveAs(menu, "Backups");

        Navigation.NavigateTo("/inventory?role=Cache");
        menu.WaitForAssertion(() => Assert.Equal("Views", Title(menu)));
        Assert.Empty(menu.Find("[role=status]").TextContent);
        Assert.Empty(menu.FindAll("[aria-current]"));

        Navigation.NavigateTo("/inventory?copy=4&role=Backup");
        menu.WaitForAssertion(() => Assert.Equal("View: Backups", Title(menu)));
    }

    [Fact]
    public void Remove_NamesTheView_AndCanBeUndone()
    {
        Navigation.NavigateTo("/inventory?role=Backup");
        var menu = Menu();
        SaveAs(menu, "Backups");

        menu.Find("button[aria-label='Remove the view Backups']").Click();

        menu.WaitForAssertion(() => Assert.Equal("Removed “Backups”.", menu.Find("[role=status]").TextContent));
        Assert.Equal("Views", Title(menu));
        Assert.Empty(menu.FindAll("li"));

        Item(menu, "Undo").Click();

        menu.WaitForAssertion(() => Assert.Equal("/inventory?role=Backup", Assert.Single(menu.FindAll("li a")).GetAttribute("href")));
        Assert.Equal("View: Backups", Title(menu));
    }

    [Fact]
    public void Link_OfAPageWithMoreUrlState_KeepsIt()
    {
        Navigation.NavigateTo("/inventory?role=Backup&draft=4&copy=9");
        var menu = Render<ViewsMenu>(parameters => parameters
            .Add(views => views.Page, Inventory)
            .Add(views => views.Keeps, ["draft", "map"]));

        SaveAs(menu, "Backups");

        Assert.Equal("/inventory?role=Backup&draft=4", menu.Find("li a").GetAttribute("href"));
    }

    [Fact]
    public void Menu_WhileTheDatabaseFails_SaysSo()
    {
        BreakDatabase();

        Assert.Equal("Your views could not be loaded. The database did not answer.", Menu().Find(".popup-title").TextContent);
    }

    private static string Title(IRenderedComponent<ViewsMenu> menu) => menu.Find("summary").TextContent.Trim();

    private static IElement Item(IRenderedComponent<ViewsMenu> menu, string text) =>
        menu.FindAll(".popup-item").Single(item => item.TextContent.Trim() == text);

    private static void SaveAs(IRenderedComponent<ViewsMenu> menu, string name)
    {
        menu.WaitForAssertion(() => Item(menu, "Save this view…"));
        Item(menu, "Save this view…").Click();
        menu.Find("input").Input(name);
        menu.Find("form").Submit();
        menu.WaitForAssertion(() => Assert.NotEmpty(menu.FindAll("[role=alert], [aria-current]")));
    }

    private IRenderedComponent<ViewsMenu> Menu(string page = Inventory) => Render<ViewsMenu>(parameters => parameters.Add(menu => menu.Page, page));
}
