using Microsoft.AspNetCore.Diagnostics;

namespace Dashboard.Web.Startup;

internal static class ErrorPages
{
    /// <summary>An error keeps its status and its URL and gets a readable page.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
            app.UseHsts();
        }

        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(ShowErrorPage);
    }

    /// <summary>Without this, a failed form would also be posted to the error page, which would refuse it for its missing antiforgery token.</summary>
    private static Task ShowErrorPage(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null)
            http.Request.Method = HttpMethods.Get;
        return next(http);
    }
}
