using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace Dashboard.Web.Security;

/// <summary>The way to the identity provider and the way out.</summary>
internal static class SignInEndpoints
{
    public const string SignInPath = "/signin";
    public const string SignOutPath = "/signout";
    public const string SignedOutPath = "/signed-out";

    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(SignInPath, SignInAsync).AllowAnonymous();
        endpoints.MapPost(SignOutPath, SignOut).AllowAnonymous();
    }

    private static async Task<IResult> SignInAsync(HttpContext http, ILogger<SignInFailure> log, string? returnUrl)
    {
        try
        {
            await http.ChallengeAsync(
                OpenIdConnectDefaults.AuthenticationScheme,
                new AuthenticationProperties { RedirectUri = LocalAddress.OrHome(returnUrl) });
            return Results.Empty;
        }
        catch (Exception exception) when (exception is InvalidOperationException or HttpRequestException or IOException && !http.Response.HasStarted)
        {
            // What the OpenID Connect handler throws when the provider's metadata or its request endpoint cannot be reached.
            log.LogError(exception, "The identity provider cannot be reached");
            return Results.LocalRedirect(SignInFailures.PathFor(SignInFailure.Unreachable));
        }
    }

    /// <param name="_">Asked for because it is reading a form that makes the framework refuse a request without antiforgery token.</param>
    private static IResult SignOut(IFormCollection _) => Results.SignOut(
        new AuthenticationProperties { RedirectUri = SignedOutPath },
        [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]);
}
