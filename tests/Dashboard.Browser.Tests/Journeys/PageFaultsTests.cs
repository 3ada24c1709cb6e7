using Dashboard.Browser.Tests.Setting;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Journeys;

public sealed class PageFaultsTests(DemoWorld world) : JourneyTest(world)
{
    /// <summary>Shows that the check can find faults.</summary>
    [Fact]
    public async Task Page_WithFaults_IsReported()
    {
        var visitor = await VisitAsync();
        await visitor.Page.GotoAsync("/signed-out");
        await visitor.Page.EvaluateAsync(
            """
            () => {
              document.documentElement.removeAttribute('lang');
              document.querySelector('h1').style.color = 'color-mix(in srgb, currentcolor 10%, transparent)';
              document.body.insertAdjacentHTML('beforeend', '<div style="width: 2000px; height: 1px"></div>');
            }
            """);

        var faults = await PageFaults.FindAsync(visitor, [1440]);

        Assert.Contains(faults, fault => fault.StartsWith("1440 px, light: html-has-lang", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("1440 px, light: color-contrast", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("1440 px, dark: color-contrast", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("wider than the window", StringComparison.Ordinal));
    }

    /// <summary>The width of a large screen. Tables use it, and no text runs across all of it.</summary>
    [Theory]
    [InlineData("/summary")]
    [InlineData("/inventory")]
    [InlineData("/migration")]
    [InlineData("/deletions")]
    [InlineData("/ledger")]
    public async Task Page_OnALargeScreen_HasNoFaults(string path)
    {
        var visitor = await VisitAsync("Dana Whitfield");
        await visitor.GoAsync(path);

        await PageFaults.AssertNoneAsync(visitor, 2560);
    }

    /// <summary>The rows and all default columns fit: nothing that one decides by is behind the edge.</summary>
    [Theory]
    [InlineData("/inventory", "Copies")]
    [InlineData("/migration/datasets/217", "Copies")]
    [InlineData("/migration/datasets", "Datasets")]
    public async Task Table_OnAnOrdinaryScreen_ShowsAllItsColumns(string path, string caption)
    {
        var visitor = await VisitAsync("Dana Whitfield");
        await visitor.GoAsync(path);

        var hidden = await visitor.Table(caption).EvaluateAsync<double>("table => table.getBoundingClientRect().right - table.closest('.table-box').getBoundingClientRect().right");

        Assert.True(hidden <= 1, $"{caption}: {hidden} px are behind the edge.");
    }

    [Fact]
    public async Task Rail_AsASheetOnANarrowScreen_HasNoFaults()
    {
        var visitor = await VisitAsync("Samuel Ortega");
        await visitor.Page.SetViewportSizeAsync(390, 844);
        await visitor.GoAsync("/summary");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Pages", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Rail.GetByRole(AriaRole.Link, new() { Name = "Inventory" })).ToBeInViewportAsync();

        await PageFaults.AssertNoneAsync(visitor, 390);
        await visitor.FollowAsync("Inventory");
        await Assertions.Expect(visitor.Rail).Not.ToBeInViewportAsync();
    }
}
