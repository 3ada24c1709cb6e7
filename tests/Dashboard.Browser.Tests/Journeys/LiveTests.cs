using Dashboard.Browser.Tests.Setting;
using Dashboard.Core.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>
/// What one person changes, the open pages of another show within two seconds, without a click. Each change has all the pages open that show it.
/// </summary>
public sealed class LiveTests(DemoWorld world, OwnDemo own) : JourneyTest(world), IClassFixture<OwnDemo>
{
    /// <summary>Milliseconds from the answer to the person who made the change.</summary>
    private const float Promised = 2_000;

    protected override RunningDemo Demo => own.Demo;

    [Fact]
    public async Task Wave_Planned_ShowsOnEveryPageWithWaves()
    {
        var watching = await OpenAsync("Dana Whitfield", "/migration", "/ledger", "/migration/datasets", "/migration/waves/1/edit");
        var lead = await VisitAsync("Marcus Oyelaran");
        await lead.GoAsync("/migration/waves/new");
        await lead.Page.GetByLabel("Name").FillAsync("Planned by Marcus");
        await lead.Button("Create the wave").ClickAsync();
        await Assertions.Expect(lead.Heading("Planned by Marcus")).ToBeVisibleAsync();

        await ShowAsync(watching["/migration"], "Planned by Marcus");
        await ShowAsync(watching["/ledger"], "created the wave “Planned by Marcus”");
        await Assertions.Expect(watching["/migration/datasets"].Locator(".filters-form option").Filter(new() { HasText = "Planned by Marcus" })).ToHaveCountAsync(1, new() { Timeout = Promised });
    }

    [Fact]
    public async Task Wave_Renamed_ShowsOnItsPage_AndTypedTextStays()
    {
        var watching = await OpenAsync("Dana Whitfield", "/migration/waves/2", "/migration/waves/2/edit");
        await watching["/migration/waves/2/edit"].GetByLabel("Description").FillAsync("Half a sentence");
        var lead = await VisitAsync("Marcus Oyelaran");
        await lead.GoAsync("/migration/waves/2/edit");
        await lead.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Renamed by Marcus");
        await lead.Button("Save").ClickAsync();
        await Assertions.Expect(lead.Heading("Renamed by Marcus")).ToBeVisibleAsync();

        await ShowAsync(watching["/migration/waves/2"], "Renamed by Marcus");
        await ShowAsync(watching["/migration/waves/2/edit"], "Edit Renamed by Marcus");
        await Assertions.Expect(watching["/migration/waves/2/edit"].GetByLabel("Description")).ToHaveValueAsync("Half a sentence");
    }

    [Fact]
    public async Task Location_Renamed_ShowsOnEveryPageWithCopies()
    {
        const string Renamed = "Virginia hall four";
        var (id, dataset) = await Demo.ReadAsync(
            async context =>
            {
                var place = await context.Locations.SingleAsync(location => location.Name == "Virginia data centre", Cancellation);
                return (place.Id, await context.Copies.Where(copy => copy.LocationId == place.Id).OrderByDescending(copy => copy.Bytes).Select(copy => copy.DatasetId).FirstAsync(Cancellation));
            },
            Cancellation);
        string[] paths =
        [
            "/summary", $"/inventory?location={id}", $"/inventory/locations/{id}", $"/migration/datasets/{dataset}", "/administration/locations", $"/administration/locations/{id}",
            "/administration/boundary",
        ];
        var watching = await OpenAsync("Dana Whitfield", paths);
        var lead = await VisitAsync("Marcus Oyelaran");
        await lead.GoAsync($"/administration/locations/{id}");
        await lead.Page.GetByLabel("Name").FillAsync(Renamed);
        await lead.Button("Show what this changes").ClickAsync();
        await lead.Button("Save the location").ClickAsync();
        await Assertions.Expect(lead.Heading(Renamed)).ToBeVisibleAsync();

        foreach (var path in paths)
            await ShowAsync(watching[path], Renamed);
    }

    [Fact]
    public async Task Hold_Placed_ShowsOnThePagesAboutDeletions()
    {
        const string Matter = "Live matter 2030";
        var watching = await OpenAsync("Dana Whitfield", "/deletions/holds", "/ledger");
        var lead = await VisitAsync("Marcus Oyelaran");
        await lead.GoAsync("/deletions/holds");
        await lead.Page.GetByLabel("Matter").FillAsync(Matter);
        await lead.Page.GetByLabel("Reason").FillAsync("A court asked");
        await lead.Page.Locator("#hold-review").FillAsync("2031-01-31");
        await lead.ChooseAsync("Covers a", "location");
        await lead.FindAsync("Which", "Virginia data centre");
        await lead.Button("Place the hold").ClickAsync();
        await lead.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Place the hold" }).ClickAsync();
        await ShowAsync(lead.Page, Matter);

        await ShowAsync(watching["/deletions/holds"], Matter);
        await ShowAsync(watching["/ledger"], Matter);
    }

    [Fact]
    public async Task Source_Renamed_ShowsOnThePagesAboutSources()
    {
        var id = await Demo.ReadAsync(context => context.Sources.Where(source => source.Kind == SourceKind.Inventory && source.LastAsOf != null).OrderBy(source => source.Id).Select(source => source.Id).FirstAsync(Cancellation), Cancellation);
        var watching = await OpenAsync("Dana Whitfield", "/sources", "/imports", $"/sources/{id}", $"/inventory?source={id}");
        var administrator = await VisitAsync("Victor Almeida");
        await administrator.GoAsync($"/sources/{id}");
        await administrator.Button("Edit").First.ClickAsync();
        await administrator.Page.Locator("#name").FillAsync("Renamed source");
        await administrator.Button("Save").First.ClickAsync();
        await Assertions.Expect(administrator.Heading("Renamed source")).ToBeVisibleAsync();

        foreach (var page in watching.Values)
            await ShowAsync(page, "Renamed source");
    }

    [Fact]
    public async Task Member_Suspended_ShowsInTheListOfMembers()
    {
        await VisitAsync("Grace Holloway");
        var watching = await OpenAsync("Samuel Ortega", "/administration/members?state=suspended");
        var administrator = await VisitAsync("Victor Almeida");
        await administrator.GoAsync("/administration/members");
        await administrator.Link("Grace Holloway").ClickAsync();
        await administrator.Page.GetByLabel("Reason").FillAsync("Left the unit");
        await administrator.Button("Suspend member").ClickAsync();
        await administrator.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Suspend member" }).ClickAsync();
        await Assertions.Expect(administrator.Page.GetByText("Grace Holloway is suspended.")).ToBeVisibleAsync();

        await ShowAsync(watching["/administration/members?state=suspended"], "Grace Holloway");
    }

    /// <summary>A menu that someone has open stays open and is not replaced. The page updates when they close it.</summary>
    [Fact]
    public async Task Update_WhileAMenuIsOpen_Waits()
    {
        var watching = (await OpenAsync("Dana Whitfield", "/migration"))["/migration"];
        await watching.Locator(".account > summary").ClickAsync();
        var lead = await VisitAsync("Marcus Oyelaran");
        await lead.GoAsync("/migration/waves/new");
        await lead.Page.GetByLabel("Name").FillAsync("Planned meanwhile");
        await lead.Button("Create the wave").ClickAsync();
        await Assertions.Expect(lead.Heading("Planned meanwhile")).ToBeVisibleAsync();

        await Task.Delay(TimeSpan.FromMilliseconds(Promised), Cancellation);
        await Assertions.Expect(watching.Locator(".account-card")).ToBeVisibleAsync();
        await Assertions.Expect(watching.Locator("#content")).Not.ToContainTextAsync("Planned meanwhile");
        await watching.Keyboard.PressAsync("Escape");
        await ShowAsync(watching, "Planned meanwhile");
    }

    private static Task ShowAsync(IPage page, string text) => Assertions.Expect(page.Locator("#content")).ToContainTextAsync(text, new() { Timeout = Promised, UseInnerText = false });

    /// <summary>Opens each page in its own tab of one browser and waits until it is live.</summary>
    private async Task<Dictionary<string, IPage>> OpenAsync(string person, params string[] paths)
    {
        var visitor = await VisitAsync(person);
        var pages = new Dictionary<string, IPage>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var tab = pages.Count == 0 ? visitor.Page : await visitor.Context.NewPageAsync();
            var circuit = new Circuit(tab);
            await tab.GotoAsync(path);
            await circuit.IsLiveAsync();
            await Assertions.Expect(tab.Locator("main[data-waiting]")).ToHaveCountAsync(0);
            pages.Add(path, tab);
        }

        return pages;
    }
}
