using Dashboard.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Security;

/// <summary>Our session cookie. Every request checks the membership behind it, because it may have changed.</summary>
internal sealed class SessionCookie(MemberDirectory members, IOptions<ProgrammeSettings> programme) : CookieAuthenticationEvents
{
    private static readonly object IsSuspended = new();

    public static void Configure(CookieAuthenticationOptions options, IHostEnvironment environment)
    {
        options.Cookie.Name = environment.IsDevelopment() ? "dashboard-session" : "__Host-session";
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = environment.SecureCookies();
        options.ExpireTimeSpan = TimeSpan.FromHours(10);
        options.SlidingExpiration = true;
        options.LoginPath = SignInEndpoints.SignInPath;
        options.ReturnUrlParameter = "returnUrl";
        options.EventsType = typeof(SessionCookie);
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var member = await members.FindAsync(context.Principal?.Subject(), context.HttpContext.RequestAborted);
        if (member is not { IsActive: true })
        {
            if (member is not null)
                context.HttpContext.Items[IsSuspended] = true;
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }

        var refreshed = context.Principal!.Refreshed(member, programme.Value.OversightCountry);
        if (refreshed == context.Principal)
            return;
        context.ReplacePrincipal(refreshed);
        context.ShouldRenew = true;
    }

    /// <summary>
    /// Redirects only when someone navigates to a page; any other request gets 401. A suspended member is told so instead of being asked to sign in.
    /// </summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/_blazor"))
            context.Response.Redirect(context.HttpContext.Items.ContainsKey(IsSuspended) ? SignInFailures.PathFor(SignInFailure.Suspended) : context.RedirectUri);
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    /// <summary>Keeps the URL and the status 403; the status page shows the reason.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
