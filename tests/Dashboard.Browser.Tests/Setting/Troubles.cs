using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Setting;

/// <summary>
/// Everything that a page must not do behind the reader's back: errors and warnings in the console (which is also where Chromium
/// reports what the Content-Security-Policy stopped), exceptions, crashes, and requests that were refused or failed.
/// </summary>
internal sealed class Troubles
{
    private readonly ConcurrentQueue<string> seen = new();
    private int[] expected = [];

    public IReadOnlyCollection<string> Seen => seen;

    /// <summary>Statuses that this journey provokes.</summary>
    public void Expect(params int[] statuses) => expected = statuses;

    public void Watch(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !expected.Any(status => message.Text.Contains($"responded with a status of {status}", StringComparison.Ordinal)))
                seen.Enqueue($"console {message.Type} at {page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => seen.Enqueue($"exception at {page.Url}: {error}");
        page.Crash += (_, _) => seen.Enqueue($"the page crashed at {page.Url}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !expected.Contains(response.Status))
                seen.Enqueue($"{response.Status} for {response.Request.Method} {response.Url}");
        };
        page.RequestFailed += (_, request) =>
        {
            // A reader who goes on before everything has come, and a download, abort a request; that is no failure.
            if (request.Failure is not "net::ERR_ABORTED")
                seen.Enqueue($"{request.Failure} for {request.Method} {request.Url}");
        };
    }
}
