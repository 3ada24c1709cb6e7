using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Setting;

/// <summary>
/// The browser that <c>DASHBOARD_CHROMIUM</c> names, or else the one that Playwright has installed. <c>tests/run.sh</c> installs one if none
/// is found.
/// </summary>
internal static class Chromium
{
    public const string Missing = "No browser was found. Set DASHBOARD_CHROMIUM to the path of a Chromium, or run tests/run.sh, which installs one.";

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Null if no browser is installed. A path that does not start a browser is an error.</summary>
    public static async Task<IBrowser?> LaunchAsync(IPlaywright playwright)
    {
        var path = Environment.GetEnvironmentVariable("DASHBOARD_CHROMIUM");
        if (string.IsNullOrEmpty(path) && !File.Exists(playwright.Chromium.ExecutablePath))
            return null;
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = string.IsNullOrEmpty(path) ? null : path, Args = Quiet });
    }
}
