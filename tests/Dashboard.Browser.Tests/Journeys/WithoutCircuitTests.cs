using System.Text.RegularExpressions;
using Dashboard.Browser.Tests.Setting;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>Before the circuit is up (here the scripts never arrive), reading, sorting, filters, paging, columns, search and links work.</summary>
public sealed class WithoutCircuitTests(DemoWorld world) : JourneyTest(world)
{
    [Fact]
    public async Task Inventory_WithoutScripts_IsSortedFilteredPagedAndOpened()
    {
        var lead = await VisitWithoutScriptsAsync();
        await lead.Page.GotoAsync("/inventory");
        await Assertions.Expect(lead.Rows("Copies")).ToHaveCountAsync(50);

        await lead.Table("Copies").GetByRole(AriaRole.Link, new() { Name = "Resource" }).ClickAsync();
        await Assertions.Expect(lead.Table("Copies").GetByRole(AriaRole.Columnheader, new() { Name = "Resource" })).ToHaveAttributeAsync("aria-sort", "ascending");
        var first = await lead.Rows("Copies").First.InnerTextAsync();
        await lead.Link("Next").ClickAsync();
        await Assertions.Expect(lead.Rows("Copies").First).Not.ToHaveTextAsync(first);
        await lead.Link("Previous").ClickAsync();
        await Assertions.Expect(lead.Rows("Copies").First).ToContainTextAsync(first.Split('\t', '\n')[0]);

        await lead.AddFilterAsync("Role", "Backup");
        await lead.AddFilterAsync("Position", "Outside");
        await Assertions.Expect(lead.Link("Remove Role Backup")).ToBeVisibleAsync();
        await lead.Menu("Columns").ClickAsync();
        await lead.Page.Locator(".columns-form").GetByLabel("Owner", new() { Exact = true }).CheckAsync();
        await lead.Page.Locator(".columns-form").GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Assertions.Expect(lead.Table("Copies").GetByRole(AriaRole.Columnheader, new() { Name = "Owner" })).ToBeVisibleAsync();
        await Assertions.Expect(lead.Link("Remove Role Backup")).ToBeVisibleAsync();

        await lead.Rows("Copies").First.GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(lead.Page.GetByRole(AriaRole.Complementary)).ToContainTextAsync("First seen");
        await lead.Page.GetByPlaceholder("Find a copy or dataset").FillAsync("no such thing");
        await lead.Page.GetByPlaceholder("Find a copy or dataset").PressAsync("Enter");
        await Assertions.Expect(lead.Page.GetByText("No copy matches")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/migration/datasets", "Stage", "Copying")]
    [InlineData("/ledger", "Action", "Wave: created")]
    [InlineData("/imports", "State", "Applied")]
    [InlineData("/deletions", "State", "Draft")]
    [InlineData("/deletions/25/items", "State", "Verified absent")]
    public async Task List_WithoutScripts_IsFiltered(string path, string kind, string value)
    {
        var lead = await VisitWithoutScriptsAsync();
        await lead.Page.GotoAsync(path);

        await lead.AddFilterAsync(kind, value);
        await lead.Link($"Remove {kind} {value}").ClickAsync();

        await Assertions.Expect(lead.Link($"Remove {kind} {value}")).ToHaveCountAsync(0);
        await Assertions.Expect(lead.Page).ToHaveURLAsync(new Regex($"{Regex.Escape(path)}($|\\?)", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private async Task<Visitor> VisitWithoutScriptsAsync()
    {
        var lead = await VisitAsync("Dana Whitfield");
        await lead.Page.RouteAsync(new Regex("\\.js$", RegexOptions.None, TimeSpan.FromSeconds(1)), route => route.FulfillAsync(new() { Status = 200, ContentType = "text/javascript", Body = "" }));
        return lead;
    }
}
