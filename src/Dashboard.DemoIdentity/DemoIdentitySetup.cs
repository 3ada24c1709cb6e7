using Dashboard.DemoIdentity.Provider;
using Dashboard.DemoIdentity.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Dashboard.DemoIdentity;

/// <summary>Hosts a real OpenID Connect provider with demo people next to the dashboard, in Development only.</summary>
public static class DemoIdentitySetup
{
    private static readonly string[] GetOrPost = [HttpMethods.Get, HttpMethods.Post];

    /// <exception cref="InvalidOperationException">The environment is not Development; a provider without passwords must not run there.</exception>
    public static IServiceCollection AddDemoIdentity(
        this IServiceCollection services, IHostEnvironment environment, DemoIdentityOptions options)
    {
        if (!environment.IsDevelopment())
            throw new InvalidOperationException("The demo identity provider does not ask for passwords, so it runs only in Development.");

        var folder = Directory.CreateDirectory(Path.Combine(options.Folder, "demo-identity")).FullName;
        services.AddSingleton(options);
        services.AddSingleton<DemoClient>();
        services.AddRazorComponents();
        services.AddAuthentication().AddCookie(DemoTicket.CookieScheme, cookie =>
        {
            cookie.Cookie.Name = "demo-identity";
            cookie.Cookie.Path = DemoIdentityPaths.Base;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
        });
        services.AddDbContext<DemoIdentityContext>(store => store
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "store.db") }.ConnectionString)
            .UseOpenIddict());
        services.AddHostedService<ClientRegistration>();
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DemoIdentityContext>())
            .AddServer(server => Configure(server, folder));
        return services;
    }

    /// <summary>Maps the provider's pages. The authentication middleware handles its protocol endpoints.</summary>
    public static IEndpointConventionBuilder MapDemoIdentity(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup(string.Empty);
        group.MapMethods(DemoIdentityPaths.Authorize, GetOrPost, AuthorizeEndpoint.HandleAsync);
        group.MapMethods(DemoIdentityPaths.EndSession, GetOrPost, (Delegate)EndSessionEndpoint.HandleAsync);
        group.MapSignIn();
        return group.AllowAnonymous();
    }

    private static void Configure(OpenIddictServerBuilder server, string folder)
    {
        server.SetConfigurationEndpointUris(".well-known/openid-configuration")
            .SetJsonWebKeySetEndpointUris("keys")
            .SetAuthorizationEndpointUris("authorize")
            .SetPushedAuthorizationEndpointUris("push")
            .SetTokenEndpointUris("token")
            .SetEndSessionEndpointUris("end-session");

        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes(Scopes.Email, Scopes.Profile);
        server.RegisterClaims(Claims.Name, Claims.Email, Claims.Role, "unit", "system", Claims.Country);
        server.AddSigningKey(DemoKeys.Signing(folder)).AddEncryptionKey(DemoKeys.Encryption(folder));

        // The provider shares the host, so its issuer, and every endpoint relative to the issuer, starts at its own path.
        server.AddEventHandler<OpenIddictServerEvents.ProcessRequestContext>(handler => handler
            .UseInlineHandler(context =>
            {
                context.BaseUri = new Uri(context.BaseUri!, DemoIdentityPaths.Base + "/");
                return ValueTask.CompletedTask;
            })
            .SetOrder(OpenIddictServerHandlers.InferEndpointType.Descriptor.Order - 1));

        // Plain HTTP is acceptable, because this code runs only in Development, on this computer.
        server.UseAspNetCore()
            .DisableTransportSecurityRequirement()
            .EnableAuthorizationEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough();
    }
}
