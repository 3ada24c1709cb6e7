using Dashboard.Core;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Web.Databases;

/// <summary>
/// Answers every request that failed because the database is away or busy. The answer is plain HTML: a page of the dashboard would need the
/// database again, for the person who is signed in.
/// </summary>
internal sealed class DatabaseAway(RequestDelegate next, ILogger<DatabaseAway> log)
{
    private const int RetrySeconds = 5;

    private const string Page = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="5">
        <title>The database does not answer</title>
        <style>body{font:16px/1.5 system-ui,sans-serif;margin:15vh auto;max-width:34em;padding:0 1em;color-scheme:light dark}</style></head>
        <body><main><h1>The database does not answer</h1>
        <p>It cannot be reached, or it is being prepared for a new version. Nothing that was saved is lost. This page tries again every 5 seconds.</p>
        <p>If you were just saving something, check afterwards whether it was saved.</p></main></body></html>
        """;

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception failure) when (!http.Response.HasStarted && DatabaseErrors.MeaningOf(failure) is DatabaseTrouble.Away or DatabaseTrouble.Busy)
        {
            log.LogWarning(failure, "The database did not answer a request for {Path}.", http.Request.Path);
            await AnswerAsync(http);
        }
    }

    /// <summary>503: a page for a person, problem details (RFC 9457) for a program.</summary>
    public static Task AnswerAsync(HttpContext http)
    {
        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = $"{RetrySeconds}";
        http.Response.Headers.CacheControl = "no-store";
        if (!http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            return http.Response.WriteAsJsonAsync(
                new ProblemDetails { Status = 503, Title = "Try again", Detail = "The database does not answer. It is safe to send a report twice." },
                options: null, "application/problem+json");
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(Page);
    }
}
