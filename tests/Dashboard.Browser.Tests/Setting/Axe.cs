using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Setting;

/// <summary>
/// axe, asked inside the page and loaded into it once. The adapter that comes with it loads it for every question and opens a window to put
/// the answers of frames together, which takes longer than the question; our pages may not have frames (default-src 'none').
/// </summary>
internal static class Axe
{
    private const string Ask =
        """
        async ({ within, options }) => {
          const { violations } = await axe.run(within ?? document, { ...options, resultTypes: ['violations'] });
          return violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help} at ${node.target} (${node.html})`));
        }
        """;

    /// <summary>An open menu covers parts of what lies below, and a press there closes it first.</summary>
    private const string OpenMenu = "details[data-popup][open] .popup-body";

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Every rule, and the size of targets (WCAG 2.2, 2.5.8), which axe knows and leaves off: in an open menu it is asked of the menu alone.</summary>
    public static async Task<IEnumerable<string>> FaultsAsync(IPage page)
    {
        var isMenuOpen = await page.Locator(OpenMenu).CountAsync() > 0;
        var faults = await AskAsync(page, within: null, new() { ["rules"] = new Dictionary<string, object> { ["target-size"] = new { enabled = !isMenuOpen } } });
        return isMenuOpen ? [.. faults, .. await AskAsync(page, OpenMenu, Only("target-size"))] : faults;
    }

    public static Task<string[]> ColourFaultsAsync(IPage page) => AskAsync(page, within: null, Only("color-contrast"));

    private static Dictionary<string, object> Only(string rule) => new() { ["runOnly"] = new { type = "rule", values = new[] { rule } } };

    private static async Task<string[]> AskAsync(IPage page, string? within, Dictionary<string, object> options)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Ask, new { within, options });
    }
}
