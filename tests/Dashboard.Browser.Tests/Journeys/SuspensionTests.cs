using Dashboard.Browser.Tests.Setting;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>An administrator suspends a member whose pages are open in another browser.</summary>
public sealed class SuspensionTests(DemoWorld world, OwnDemo own) : JourneyTest(world), IClassFixture<OwnDemo>
{
    /// <summary>The promised maximum, in milliseconds.</summary>
    private const float Promised = 30_000;

    protected override RunningDemo Demo => own.Demo;

    [Fact]
    public async Task Suspend_WhilePagesAreOpen_EndsRightsOnReloadAndSoonInTheOpenPage()
    {
        var member = await VisitAsync("Thomas Keller");
        await member.GoAsync("/inventory");
        var second = await VisitAsync("Thomas Keller");
        await second.GoAsync("/migration/datasets");
        var interactive = await VisitAsync("Thomas Keller");
        await interactive.GoAsync("/migration/datasets");

        await SuspendAsync("Thomas Keller");

        await second.Page.ReloadAsync();
        await Assertions.Expect(second.Heading("You are not signed in")).ToBeVisibleAsync();
        await Assertions.Expect(second.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Your membership is suspended");
        await Assertions.Expect(member.Heading("You are not signed in")).ToBeVisibleAsync(new() { Timeout = Promised });
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Your membership is suspended");
        await Assertions.Expect(interactive.Heading("You are not signed in")).ToBeVisibleAsync(new() { Timeout = Promised });
        await Assertions.Expect(interactive.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Your membership is suspended");
    }

    [Fact]
    public async Task Suspend_ThenAnActionInTheOpenPage_IsRefusedImmediately()
    {
        var member = await VisitAsync("Priya Raman");
        await member.GoAsync("/inventory");
        var rows = await member.Rows("Copies").CountAsync();
        Assert.NotEqual(0, rows);

        await SuspendAsync("Priya Raman");

        await member.Table("Copies").GetByRole(AriaRole.Link, new() { Name = "Bytes" }).ClickAsync();
        await Assertions.Expect(member.Table("Copies")).ToHaveCountAsync(0);
        await Assertions.Expect(member.Page.GetByText("suspended").First).ToBeVisibleAsync();
    }

    private async Task SuspendAsync(string name)
    {
        var administrator = await VisitAsync("Victor Almeida");
        await administrator.GoAsync("/administration/members");
        await administrator.Link(name).ClickAsync();
        await administrator.Page.GetByLabel("Reason").FillAsync("Left the unit");
        await administrator.Button("Suspend member").ClickAsync();
        await administrator.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Suspend member" }).ClickAsync();
        await Assertions.Expect(administrator.Page.GetByText($"{name} is suspended.")).ToBeVisibleAsync();
        await administrator.Context.CloseAsync();
    }
}
