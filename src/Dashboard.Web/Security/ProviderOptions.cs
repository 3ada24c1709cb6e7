using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Dashboard.Web.Security;

/// <summary>Configures sign-in at the provider from the settings: authorization code with PKCE.</summary>
internal sealed class ProviderOptions(IOptions<IdentitySettings> identity, IHostEnvironment environment)
    : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public void Configure(string? name, OpenIdConnectOptions options)
    {
        var settings = identity.Value;
        options.Authority = settings.Authority;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.Scope.Clear();
        foreach (var scope in settings.Scopes)
            options.Scope.Add(scope);

        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.DisableTelemetry = true;
        options.MapInboundClaims = false;
        options.TokenValidationParameters.NameClaimType = settings.Claims.Name;
        options.TokenValidationParameters.RoleClaimType = settings.Claims.Roles;
        options.GetClaimsFromUserInfoEndpoint = settings.ClaimsFromUserInfo;
        if (settings.ClaimsFromUserInfo)
            options.ClaimActions.MapAllExcept();

        options.SaveTokens = true;
        options.SignedOutRedirectUri = SignInEndpoints.SignedOutPath;
        options.EventsType = typeof(ProviderEvents);

        // The response arrives as a top-level navigation (response_mode=query), so Lax is enough. The cookies' paths rule out the __Host- prefix.
        var prefix = environment.IsDevelopment() ? "dashboard-" : "__Secure-";
        options.CorrelationCookie.Name = prefix + "correlation.";
        options.NonceCookie.Name = prefix + "nonce.";
        options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = environment.SecureCookies();
    }

    public void Configure(OpenIdConnectOptions options) => Configure(Options.DefaultName, options);
}
