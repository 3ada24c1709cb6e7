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

    /// <param name="told">Whom the page's troubles concern when they occur: a window may serve several journeys.</param>
    public static void Watch(IPage page, Func<Troubles> told)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                told().AddConsole(message, page.Url);
        };
        page.PageError += (_, error) => told().Add($"exception at {page.Url}: {error}");
        page.Crash += (_, _) => told().Add($"the page crashed at {page.Url}");
        page.Response += (_, response) => told().AddRefused(response);
        page.RequestFailed += (_, request) =>
        {
            // A reader who goes on before everything has come, and a download, abort a request; that is no failure.
            if (request.Failure is not "net::ERR_ABORTED")
                told().Add($"{request.Failure} for {request.Method} {request.Url}");
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
