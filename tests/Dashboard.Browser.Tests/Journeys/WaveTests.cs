using Dashboard.Browser.Tests.Setting;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>A lead plans a wave and puts a dataset into it.</summary>
public sealed class WaveTests(DemoWorld world, OwnDemo own) : JourneyTest(world), IClassFixture<OwnDemo>
{
    protected override RunningDemo Demo => own.Demo;

    [Fact]
    public async Task Wave_CreatedAndGivenADataset_ShowsItAndItsStages()
    {
        var lead = await VisitAsync("Dana Whitfield");
        await lead.GoAsync("/migration");
        await lead.OpenFormAsync("New wave");
        await lead.Page.GetByLabel("Name").FillAsync("Autumn remainder");
        await lead.Page.GetByLabel("Target completion").FillAsync("2031-10-31");
        await lead.Button("Create the wave").ClickAsync();
        await Assertions.Expect(lead.Heading("Autumn remainder")).ToBeVisibleAsync();
        await Assertions.Expect(lead.Page.GetByText("No datasets yet")).ToBeVisibleAsync();

        await lead.FollowAsync("Datasets");
        await lead.AddFilterAsync("Stage", "Copying");
        var row = lead.Rows("Datasets").First;
        var dataset = (await row.GetByRole(AriaRole.Link).First.InnerTextAsync()).Trim();
        await row.GetByRole(AriaRole.Checkbox).CheckAsync();
        await lead.ChooseAsync("Wave to move to", "Autumn remainder");
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();
        await Assertions.Expect(lead.Page.GetByText("1 dataset is now in Autumn remainder.")).ToBeVisibleAsync();
        await PageFaults.AssertNoneAsync(lead, 1440);

        await lead.FollowAsync("Migration");
        var wave = lead.Rows("Waves").Filter(new() { HasText = "Autumn remainder" });
        await Assertions.Expect(wave).ToContainTextAsync("2031-10-31");
        await Assertions.Expect(wave).ToContainTextAsync("0 of 1");
        await wave.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(lead.Count).ToHaveTextAsync("1 dataset");
        await lead.Rows("Datasets").GetByRole(AriaRole.Link, new() { Name = dataset, Exact = true }).ClickAsync();

        await Assertions.Expect(lead.Heading(dataset)).ToBeVisibleAsync();
        await Assertions.Expect(lead.Link("Autumn remainder")).ToBeVisibleAsync();
        var steps = lead.Page.Locator("ol.strip").GetByRole(AriaRole.Listitem);
        await Assertions.Expect(steps).ToHaveCountAsync(6);
        await Assertions.Expect(lead.Page.Locator("ol.strip [aria-current=step]")).ToContainTextAsync("Copying");
    }
}
