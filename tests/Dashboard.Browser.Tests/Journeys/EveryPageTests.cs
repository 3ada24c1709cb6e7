using Dashboard.Browser.Tests.Setting;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>
/// Every page and state of <see cref="Stops"/>, light and dark, wide and narrow: axe finds nothing, nothing scrolls sideways, and (as in every
/// journey) the console stays empty.
/// </summary>
public sealed class EveryPageTests(DemoWorld world, KeptWindows windows) : JourneyTest(world), IClassFixture<KeptWindows>
{
    /// <summary>Waits for the transition to end, because colours in between belong to neither theme.</summary>
    private const string ChangeTheme =
        """
        async theme => {
          document.documentElement.dataset.theme = theme;
          const ending = document.getAnimations().filter(animation => animation.effect.getComputedTiming().endTime !== Infinity);
          await Promise.allSettled(ending.map(animation => animation.finished));
        }
        """;

    public static TheoryData<string> Names => [.. Stops.All.Select(stop => stop.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Page_InEveryThemeAndWidth_HasNoFaults(string name)
    {
        var stop = Stops.All.Single(known => known.Name == name);
        var visitor = await GoOnAsync(windows, stop.Person);
        if (stop.Status is { } status)
            Troubles.Expect(status);
        if (stop.IsLive)
            await visitor.GoAsync(stop.Path);
        else
            await visitor.Page.GotoAsync(stop.Path);
        await Assertions.Expect(stop.Heading is null ? visitor.Page.Locator("h1") : visitor.Heading(stop.Heading)).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(".load-failed")).ToHaveCountAsync(0);
        if (stop.Prepare is not null)
            await stop.Prepare(visitor);

        await NoFaultsAsync(visitor);
        if (!stop.IsRemembered)
            Leave(windows, stop.Person, visitor);
    }

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

        var faults = await FaultsAsync(visitor, [1440]);

        Assert.Contains(faults, fault => fault.StartsWith("1440 px, light: html-has-lang", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("1440 px, light: color-contrast", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("1440 px, dark: color-contrast", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("wider than the window", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rail_AsASheetOnANarrowScreen_HasNoFaults()
    {
        var visitor = await VisitAsync("Samuel Ortega");
        await visitor.Page.SetViewportSizeAsync(390, 844);
        await visitor.GoAsync("/summary");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Pages", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Rail.GetByRole(AriaRole.Link, new() { Name = "Inventory" })).ToBeInViewportAsync();

        await NoFaultsAsync(visitor, 390);
        await visitor.FollowAsync("Inventory");
        await Assertions.Expect(visitor.Rail).Not.ToBeInViewportAsync();
    }

    internal static async Task NoFaultsAsync(Visitor visitor, params int[] widths)
    {
        var faults = await FaultsAsync(visitor, widths.Length > 0 ? widths : [1440, 390]);

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Runs axe and measures the width. A theme changes only colours, so the second theme is checked for colours only.</summary>
    private static async Task<List<string>> FaultsAsync(Visitor visitor, int[] widths)
    {
        var faults = new List<string>();
        foreach (var width in widths)
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            foreach (var theme in new[] { "light", "dark" })
            {
                await visitor.Page.EvaluateAsync(ChangeTheme, theme);
                var found = theme == "light" ? await Axe.FaultsAsync(visitor.Page) : await Axe.ColourFaultsAsync(visitor.Page);
                faults.AddRange(found.Select(fault => $"{width} px, {theme}: {fault}"));
            }

            if (await SidewaysAsync(visitor.Page) is > 0 and var excess)
                faults.Add($"{width} px: the page is {excess} px wider than the window");
        }

        return faults;
    }

    private static Task<int> SidewaysAsync(IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
