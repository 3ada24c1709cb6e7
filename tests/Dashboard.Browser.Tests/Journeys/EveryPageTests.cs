using Dashboard.Browser.Tests.Setting;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>
/// Every page and state of <see cref="Stops"/>, light and dark, wide and narrow: axe finds nothing, nothing scrolls sideways, and
/// (as in every journey) the console stays silent.
/// </summary>
public sealed class EveryPageTests(DemoWorld world) : JourneyTest(world)
{
    /// <summary>Colours that are still on their way from one theme to the other are nobody's colours.</summary>
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
    public async Task Page_InEveryThemeAndWidth_IsWithoutFault(string name)
    {
        var stop = Stops.All.Single(known => known.Name == name);
        var visitor = stop.Person is null ? await VisitAsync() : await VisitAsync(stop.Person);
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
    }

    [Fact]
    public async Task Rail_AsASheetOnANarrowScreen_IsWithoutFault()
    {
        var visitor = await VisitAsync("Samuel Ortega");
        await visitor.Page.SetViewportSizeAsync(390, 844);
        await visitor.GoAsync("/summary");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Pages", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Rail.GetByRole(AriaRole.Link, new() { Name = "Inventory" })).ToBeInViewportAsync();

        await NoFaultsAsync(visitor, 390);
        await visitor.Rail.GetByRole(AriaRole.Link, new() { Name = "Inventory" }).ClickAsync();
        await Assertions.Expect(visitor.Heading("Inventory")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Rail).Not.ToBeInViewportAsync();
    }

    /// <summary>Asks axe and measures. The theme only changes colours, so the second one is asked about colours only.</summary>
    internal static async Task NoFaultsAsync(Visitor visitor, params int[] widths)
    {
        var faults = new List<string>();
        foreach (var width in widths.Length > 0 ? widths : [1440, 390])
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            foreach (var theme in new[] { "light", "dark" })
            {
                await visitor.Page.EvaluateAsync(ChangeTheme, theme);
                faults.AddRange((await AxeAsync(visitor.Page, colourOnly: theme == "dark")).Select(fault => $"{width} px, {theme}: {fault}"));
            }

            if (await SidewaysAsync(visitor.Page) is > 0 and var excess)
                faults.Add($"{width} px: the page is {excess} px wider than the window");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task<IEnumerable<string>> AxeAsync(IPage page, bool colourOnly)
    {
        // Only what is wrong is told: a list of all that is right takes longer than finding it.
        // An open menu covers parts of what lies below, and a press there closes it first: the size of targets is asked of the menu alone.
        var menu = page.Locator("details[data-popup][open] .popup-body");
        var isMenuOpen = await menu.CountAsync() > 0;
        var result = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = colourOnly ? RunOnlyOptions.Rules("color-contrast") : null,
            // WCAG 2.2, 2.5.8: axe knows the rule and leaves it off.
            Rules = colourOnly ? null : new() { ["target-size"] = new() { Enabled = !isMenuOpen } },
            ResultTypes = [ResultType.Violations],
        });
        var violations = isMenuOpen && !colourOnly
            ? result.Violations.Concat((await menu.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Rules("target-size") })).Violations)
            : result.Violations;
        return violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {rule.Help} at {node.Target} ({node.Html})"));
    }

    private static Task<int> SidewaysAsync(IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
