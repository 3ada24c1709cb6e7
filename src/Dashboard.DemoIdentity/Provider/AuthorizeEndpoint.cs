using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Dashboard.DemoIdentity.Provider;

/// <summary>Answers an authorization request that OpenIddict has already validated (OpenID Connect Core 1.0, section 3.1.2).</summary>
internal static class AuthorizeEndpoint
{
    public static async Task<IResult> HandleAsync(HttpContext http, TimeProvider time)
    {
        var request = http.GetOpenIddictServerRequest()
            ?? throw new InvalidOperationException("OpenIddict did not recognize the authorization request.");

        var ticket = await http.AuthenticateAsync(DemoTicket.CookieScheme);
        var person = DemoPeople.Find(ticket.Principal?.GetClaim(Claims.Subject));
        var here = http.Request.GetEncodedPathAndQuery();

        if (person is null || MustSignInAgain(request, ticket, here, time))
        {
            return request.HasPromptValue(PromptValues.None)
                ? Results.Forbid(LoginRequired, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme])
                : Results.LocalRedirect(SignInUrl(here, request.LoginHint));
        }

        return Results.SignIn(
            DemoTicket.ForTokens(person, ticket.Principal!.AuthenticatedAt(), request.GetScopes()),
            properties: null,
            OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static bool MustSignInAgain(OpenIddictRequest request, AuthenticateResult ticket, string here, TimeProvider time)
    {
        if (ticket.Properties!.Answers(here))
            return false;

        var age = time.GetUtcNow() - ticket.Principal!.AuthenticatedAt();
        return request.HasPromptValue(PromptValues.Login)
            || request.HasPromptValue(PromptValues.SelectAccount)
            || (request.MaxAge is { } maxAge && age >= TimeSpan.FromSeconds(maxAge));
    }

    private static string SignInUrl(string here, string? loginHint)
    {
        var query = QueryString.Create("request", here);
        return DemoIdentityPaths.SignIn + (loginHint is null ? query : query.Add("hint", loginHint));
    }

    private static AuthenticationProperties LoginRequired => new(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.LoginRequired,
        [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "No one is signed in to the demo provider.",
    });
}
