namespace Dashboard.Web.Security;

/// <summary>
/// Refuses circuits that another site's page opens with our reader's cookies. Browsers do not apply the same-origin policy to
/// WebSockets, so the server must. https://developer.mozilla.org/docs/Web/API/WebSockets_API
/// </summary>
internal sealed class BlazorOriginCheck(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/_blazor") || IsOurs(http.Request))
            return next(http);

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return http.Response.WriteAsync("Connections from this origin are not allowed.", http.RequestAborted);
    }

    private static bool IsOurs(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
            return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length is 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
