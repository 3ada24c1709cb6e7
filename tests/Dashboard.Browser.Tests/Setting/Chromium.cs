using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Setting;

/// <summary>
/// The browser: the one that <c>DASHBOARD_CHROMIUM</c> names, else the one that Playwright has installed. <c>tests/run.sh</c> makes
/// sure that there is one.
/// </summary>
internal static class Chromium
{
    public const string Missing = "No browser: set DASHBOARD_CHROMIUM to a Chromium's path, or run tests/run.sh, which installs one.";

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Null when there is none; a path that does not start a browser is an error, not an absence.</summary>
    public static async Task<IBrowser?> LaunchAsync(IPlaywright playwright)
    {
        var path = Environment.GetEnvironmentVariable("DASHBOARD_CHROMIUM");
        if (string.IsNullOrEmpty(path) && !File.Exists(playwright.Chromium.ExecutablePath))
            return null;
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = string.IsNullOrEmpty(path) ? null : path, Args = Quiet });
    }
}
