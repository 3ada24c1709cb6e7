namespace Dashboard.Web.Startup;

internal static class ErrorPages
{
    /// <summary>The page that tells a status in words; it is shown under the address that was asked for.</summary>
    public const string StatusPath = "/status";

    public static void UseErrorPages(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseExceptionHandler($"{StatusPath}/500", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute($"{StatusPath}/{{0}}", createScopeForStatusCodePages: true);
    }
}
