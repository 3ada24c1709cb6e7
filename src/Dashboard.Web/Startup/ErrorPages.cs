namespace Dashboard.Web.Startup;

internal static class ErrorPages
{
    /// <summary>An error keeps its status and its address, and gets a page that says it in words.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
            app.UseHsts();
        }

        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
    }
}
