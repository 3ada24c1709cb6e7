using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Dashboard.Web.Security;

/// <summary>The endpoints for signing in, confirming one's identity again and signing out.</summary>
internal static class SignInEndpoints
{
    public const string SignInPath = "/signin";
    public const string AgainPath = "/sign-in/again";
    public const string SignOutPath = "/signout";
    public const string SignedOutPath = "/signed-out";

    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(SignInPath, SignInAsync).AllowAnonymous();
        endpoints.MapGet(AgainPath, SignInAgainAsync);
        endpoints.MapPost(SignOutPath, SignOut).AllowAnonymous();
    }

    /// <summary>The URL where a signed-in person authenticates again. Use a full page load, because it redirects to another site.</summary>
    /// <param name="returnUrl">The local URL to return to.</param>
    public static string AgainPathFor(string returnUrl) => $"{AgainPath}?returnUrl={Uri.EscapeDataString(returnUrl)}";

    private static Task<IResult> SignInAsync(HttpContext http, ILogger<SignInFailure> log, string? returnUrl) =>
        ChallengeAsync(http, log, new AuthenticationProperties { RedirectUri = LocalAddress.OrHome(returnUrl) });

    /// <summary>Asks the provider to authenticate the signed-in person now, even if they have a session there (OpenID Connect Core 1.0, section 3.1.2.1).</summary>
    private static async Task<IResult> SignInAgainAsync(
        HttpContext http, ILogger<SignInFailure> log, MemberDirectory members, string? returnUrl)
    {
        var member = await members.FindAsync(http.User.Subject(), http.RequestAborted);
        if (member is null)
            return Results.LocalRedirect(SignInFailures.PathFor(SignInFailure.Expired));

        var challenge = new OpenIdConnectChallengeProperties
        {
            RedirectUri = LocalAddress.OrHome(returnUrl),
            Prompt = OpenIdConnectPrompt.Login,
            MaxAge = TimeSpan.Zero,
        };
        challenge.SetParameter(OpenIdConnectParameterNames.LoginHint, member.Email);
        challenge.Items[SamePerson.Item] = member.Subject;
        return await ChallengeAsync(http, log, challenge);
    }

    private static async Task<IResult> ChallengeAsync(HttpContext http, ILogger<SignInFailure> log, AuthenticationProperties properties)
    {
        try
        {
            await http.ChallengeAsync(OpenIdConnectDefaults.AuthenticationScheme, properties);
            return Results.Empty;
        }
        catch (Exception exception) when (exception is InvalidOperationException or HttpRequestException or IOException && !http.Response.HasStarted)
        {
            // The OpenID Connect handler throws these when the provider's metadata or its request endpoint cannot be reached.
            log.LogError(exception, "The identity provider cannot be reached");
            return Results.LocalRedirect(SignInFailures.PathFor(SignInFailure.Unreachable));
        }
    }

    /// <param name="_">Required, because only reading a form makes the framework refuse a request without an antiforgery token.</param>
    private static IResult SignOut(IFormCollection _) => Results.SignOut(
        new AuthenticationProperties { RedirectUri = SignedOutPath },
        [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]);
}
