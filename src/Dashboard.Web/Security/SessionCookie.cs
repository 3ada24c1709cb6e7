using Dashboard.Web.Settings;
using Dashboard.Web.Startup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Security;

/// <summary>Our session cookie. It is only worth what the membership behind it is worth now, so every request looks.</summary>
internal sealed class SessionCookie(MemberDirectory members, IOptions<ProgrammeSettings> programme) : CookieAuthenticationEvents
{
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

    /// <summary>Only a page that someone navigates to can lead through sign-in; anything else is told that it lacks one.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/_blazor"))
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    /// <summary>The refusal keeps its status and its address; the status page gives it its words.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
