using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Setting;

/// <summary>What axe and a ruler find on a page, in both themes and at several widths.</summary>
internal static class PageFaults
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

    /// <summary>Fails with all faults of the page. Without <paramref name="widths"/>: 1440 and 390 px.</summary>
    public static async Task AssertNoneAsync(Visitor visitor, params int[] widths)
    {
        var faults = await FindAsync(visitor, widths.Length > 0 ? widths : [1440, 390]);

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Runs axe and measures the width. A theme changes only colours, so the second theme is checked for colours only.</summary>
    public static async Task<List<string>> FindAsync(Visitor visitor, int[] widths)
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
