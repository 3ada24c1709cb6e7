using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Setting;

/// <summary>
/// Collects problems that a user would not see: errors and warnings in the console (where Chromium also reports what the
/// Content-Security-Policy blocked), exceptions, crashes, and requests that were refused or failed.
/// </summary>
internal sealed class Troubles
{
    private readonly ConcurrentQueue<string> seen = new();
    private int[] expected = [];

    public IReadOnlyCollection<string> Seen => seen;

    /// <summary>Ignores these HTTP statuses, which the journey provokes.</summary>
    public void Expect(params int[] statuses) => expected = statuses;

    /// <param name="page">The page.</param>
    /// <param name="current">Returns the collection of the current journey. A window may serve several journeys.</param>
    public static void Watch(IPage page, Func<Troubles> current)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                current().AddConsole(message, page.Url);
        };
        page.PageError += (_, error) => current().Add($"exception at {page.Url}: {error}");
        page.Crash += (_, _) => current().Add($"the page crashed at {page.Url}");
        page.Response += (_, response) => current().AddRefused(response);
        page.RequestFailed += (_, request) =>
        {
            // Leaving a page before everything has loaded aborts requests, and so does a download. Neither is a failure.
            if (request.Failure is not "net::ERR_ABORTED")
                current().Add($"{request.Failure} for {request.Method} {request.Url}");
        };
    }

    private void Add(string trouble) => seen.Enqueue(trouble);

    private void AddConsole(IConsoleMessage message, string url)
    {
        if (!expected.Any(status => message.Text.Contains($"responded with a status of {status}", StringComparison.Ordinal)))
            Add($"console {message.Type} at {url}: {message.Text}");
    }

    private void AddRefused(IResponse response)
    {
        if (response.Status >= 400 && !expected.Contains(response.Status))
            Add($"{response.Status} for {response.Request.Method} {response.Url}");
    }
}
