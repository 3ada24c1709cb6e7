using Dashboard.DemoIdentity;
using Dashboard.Web.Jobs;
using Dashboard.Web.Settings;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dashboard.Web.Security;

internal static class SecuritySetup
{
    /// <summary>Adds sign-in, membership and permissions.</summary>
    public static WebApplicationBuilder AddSecurity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options => SessionCookie.Configure(options, builder.Environment))
            .AddOpenIdConnect();
        services.ConfigureOptions<ProviderOptions>();
        builder.AddIdentityProvider();

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<MemberDirectory>();
        services.AddSingleton<RefusalRecord>();
        services.AddScoped<SessionCookie>();
        services.AddScoped<ProviderEvents>();
        services.AddScoped<RequestPrincipal>();
        services.AddScoped<MemberAccess>();

        services.AddAuthorization(PermissionPolicies.Configure);
        services.AddScoped<IAuthorizationHandler, PermissionAuthorization>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalReasons>();
        services.AddSingleton<OpenCircuits>();
        services.AddScoped<AuthenticationStateProvider, MembershipRevalidation>();
        services.AddHostedService<MembershipJob>();

        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = builder.Environment.IsDevelopment() ? "dashboard-antiforgery" : "__Host-antiforgery";
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = builder.Environment.SecureCookies();
        });
        services.AddSignInLimit();

        // A malformed form gets the same error page in Development as elsewhere.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        return builder;
    }

    /// <summary>Adds the middleware between a request and its endpoint.</summary>
    public static void UseSecurity(this WebApplication app)
    {
        app.UseMiddleware<BlazorOriginCheck>();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.Use((http, next) =>
        {
            http.RequestServices.GetRequiredService<RequestPrincipal>().User = http.User;
            return next(http);
        });
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapSecurity(this WebApplication app)
    {
        app.MapSignIn();
        if (app.Services.GetService<DemoIdentityOptions>() is not null)
            app.MapDemoIdentity();
    }

    /// <summary>Uses the provider from the settings or, in Development without one, the demo provider.</summary>
    private static void AddIdentityProvider(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment() || builder.Configuration["Identity:Authority"] is { Length: > 0 })
        {
            builder.Services.AddSettings<IdentitySettings>();
            return;
        }

        builder.Services.AddOptions<IdentitySettings>().BindConfiguration(IdentitySettings.Section);
        builder.Services.ConfigureOptions<DemoProviderOptions>();

        var storage = builder.Configuration.GetRequiredSection(StorageSettings.Section).Get<StorageSettings>()!;
        var programme = builder.Configuration.GetRequiredSection(ProgrammeSettings.Section).Get<ProgrammeSettings>()!;
        builder.Services.AddDemoIdentity(
            builder.Environment,
            new DemoIdentityOptions(storage.FolderIn(builder.Environment), programme.Name, programme.OversightCountry));
    }
}
