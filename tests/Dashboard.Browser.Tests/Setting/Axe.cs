using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Setting;

/// <summary>
/// Runs axe inside the page and loads it once per page. axe's own adapter loads it for every run and opens a window to combine the results of
/// frames, which takes longer than the run itself. Our pages cannot have frames (default-src 'none').
/// </summary>
internal static class Axe
{
    private const string Run =
        """
        async ({ within, options }) => {
          const { violations } = await axe.run(within ?? document, { ...options, resultTypes: ['violations'] });
          return violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help} at ${node.target} (${node.html})`));
        }
        """;

    /// <summary>An open menu covers parts of the page. A click outside it closes it first.</summary>
    private const string OpenMenu = "details[data-popup][open] .popup-body";

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Every rule, and target size (WCAG 2.2, 2.5.8), which is off in axe by default. If a menu is open, target size applies to the menu only.</summary>
    public static async Task<IEnumerable<string>> FaultsAsync(IPage page)
    {
        var isMenuOpen = await page.Locator(OpenMenu).CountAsync() > 0;
        var faults = await RunAsync(page, within: null, new() { ["rules"] = new Dictionary<string, object> { ["target-size"] = new { enabled = !isMenuOpen } } });
        return isMenuOpen ? [.. faults, .. await RunAsync(page, OpenMenu, Only("target-size"))] : faults;
    }

    public static Task<string[]> ColourFaultsAsync(IPage page) => RunAsync(page, within: null, Only("color-contrast"));

    private static Dictionary<string, object> Only(string rule) => new() { ["runOnly"] = new { type = "rule", values = new[] { rule } } };

    private static async Task<string[]> RunAsync(IPage page, string? within, Dictionary<string, object> options)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run, new { within, options });
    }
}
