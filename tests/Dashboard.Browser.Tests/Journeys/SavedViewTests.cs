using System.Text.RegularExpressions;
using Dashboard.Browser.Tests.Setting;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>Filters saved under a name, opened again, and removed.</summary>
public sealed partial class SavedViewTests(DemoWorld world, OwnDemo own) : JourneyTest(world), IClassFixture<OwnDemo>
{
    private const string Name = "Backups still outside";

    protected override RunningDemo Demo => own.Demo;

    [Fact]
    public async Task View_OfTheInventory_IsSavedOpenedAndRemoved_AndNoOneElseSeesIt()
    {
        var lead = await VisitAsync("Dana Whitfield");
        await lead.GoAsync("/inventory?role=backup&position=outside");
        await lead.Table("Copies").GetByRole(AriaRole.Link, new() { Name = "Bytes" }).ClickAsync();
        await Assertions.Expect(lead.Page).ToHaveURLAsync(ByBytes());
        var copies = await lead.Count.InnerTextAsync();

        await lead.Menu("Views").ClickAsync();
        await Assertions.Expect(Views(lead)).ToContainTextAsync("You have no saved views of this page.");
        await PageFaults.AssertNoneAsync(lead);
        await lead.Button("Save this view…").ClickAsync();
        await Assertions.Expect(lead.Page.GetByLabel("Name of the view")).ToBeFocusedAsync();
        await lead.Page.Keyboard.TypeAsync(Name);
        await PageFaults.AssertNoneAsync(lead);
        await lead.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(lead.Menu($"View: {Name}")).ToBeFocusedAsync();
        await PageFaults.AssertNoneAsync(lead);
        await lead.Page.SetViewportSizeAsync(1440, 900);
        await lead.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Views(lead)).ToBeHiddenAsync();

        await lead.ReloadAsync();
        await Assertions.Expect(lead.Menu($"View: {Name}")).ToBeVisibleAsync();
        await lead.GoAsync("/inventory");
        await Assertions.Expect(lead.Count).Not.ToHaveTextAsync(copies);
        await lead.Menu("Views").FocusAsync();
        await lead.Page.Keyboard.PressAsync("Enter");
        await lead.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(lead.Link(Name)).ToBeFocusedAsync();
        await lead.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(lead.Page).ToHaveURLAsync(ByBytes());
        await Assertions.Expect(lead.Count).ToHaveTextAsync(copies);
        await Assertions.Expect(lead.Table("Copies").GetByRole(AriaRole.Columnheader, new() { Name = "Bytes" })).ToHaveAttributeAsync("aria-sort", "ascending");
        await Assertions.Expect(lead.Link("Remove Role Backup")).ToBeVisibleAsync();

        var colleague = await VisitAsync("Samuel Ortega");
        await colleague.GoAsync("/inventory");
        await colleague.Menu("Views").ClickAsync();
        await Assertions.Expect(Views(colleague)).ToContainTextAsync("You have no saved views of this page.");

        await lead.Menu($"View: {Name}").ClickAsync();
        await lead.Button($"Remove the view {Name}").ClickAsync();
        await Assertions.Expect(lead.Button("Undo")).ToBeFocusedAsync();
        await Assertions.Expect(Views(lead)).ToContainTextAsync($"Removed “{Name}”.");
        await Assertions.Expect(lead.Menu("Views")).ToBeVisibleAsync();
        await lead.ReloadAsync();
        await lead.Menu("Views").ClickAsync();
        await Assertions.Expect(lead.Link(Name)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task View_OpenedFromAnother_ShowsItsColumns()
    {
        var lead = await VisitAsync("Marcus Oyelaran");
        await lead.GoAsync("/inventory?role=cache&columns=resource,bytes,owner");
        await SaveAsync(lead, "Owners of caches");
        await lead.GoAsync("/inventory?role=export");
        await Assertions.Expect(Head(lead, "Owner")).ToHaveCountAsync(0);

        await lead.Menu("Views").ClickAsync();
        await lead.Link("Owners of caches").ClickAsync();

        await Assertions.Expect(Head(lead, "Owner")).ToBeVisibleAsync();
        await Assertions.Expect(Head(lead, "Location")).ToHaveCountAsync(0);
        await lead.Menu("Columns").ClickAsync();
        await Assertions.Expect(lead.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Owner", Exact = true })).ToBeCheckedAsync();
    }

    [Theory]
    [InlineData("/migration/datasets?stage=copying")]
    [InlineData("/deletions?state=executing")]
    [InlineData("/ledger?action=programme.prepared")]
    [InlineData("/imports?state=Applied")]
    [InlineData("/administration/members?role=auditor")]
    public async Task View_OfEachOtherList_IsSavedAndOpened(string address)
    {
        var auditor = await VisitAsync("Samuel Ortega");
        await auditor.GoAsync(address);
        var chip = await auditor.Page.Locator(".chip").InnerTextAsync();
        await SaveAsync(auditor, "Mine");
        await PageFaults.AssertNoneAsync(auditor);
        await auditor.Page.SetViewportSizeAsync(1440, 900);
        await auditor.GoAsync(address[..address.IndexOf('?')]);

        await auditor.Menu("Views").ClickAsync();
        await auditor.Link("Mine").ClickAsync();

        await Assertions.Expect(auditor.Page).ToHaveURLAsync(new Uri(Demo.Address, address).ToString());
        await Assertions.Expect(auditor.Page.Locator(".chip")).ToHaveTextAsync(chip);
        await Assertions.Expect(auditor.Menu("View: Mine")).ToBeVisibleAsync();
    }

    private static async Task SaveAsync(Visitor visitor, string name)
    {
        await visitor.Menu("Views").ClickAsync();
        await visitor.Button("Save this view…").ClickAsync();
        await visitor.Page.GetByLabel("Name of the view").FillAsync(name);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Menu($"View: {name}")).ToBeVisibleAsync();
    }

    private static ILocator Views(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Group, new() { Name = "Saved views", IncludeHidden = true });

    private static ILocator Head(Visitor visitor, string column) =>
        visitor.Table("Copies").GetByRole(AriaRole.Columnheader, new() { Name = column, Exact = true });

    [GeneratedRegex(@"/inventory\?.*sort=bytes", RegexOptions.None, 1000)]
    private static partial Regex ByBytes();
}
