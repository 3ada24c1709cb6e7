using Dashboard.DemoIdentity.Provider;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Dashboard.DemoIdentity.SignIn;

/// <summary>The page for choosing a demo person, its style sheet, and the handler of the choice.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(DemoIdentityPaths.SignIn, Show);
        endpoints.MapPost(DemoIdentityPaths.SignIn, ChooseAsync);
        endpoints.MapGet(DemoIdentityPaths.Style, () =>
            Results.Stream(typeof(SignInEndpoints).Assembly.GetManifestResourceStream("sign-in.css")!, "text/css; charset=utf-8"));
    }

    private static IResult Show(HttpContext http, IAntiforgery antiforgery, string? request, string? hint)
    {
        if (!IsOurs(request))
            return Results.LocalRedirect("/");

        var token = antiforgery.GetAndStoreTokens(http);
        return new RazorComponentResult<SignInPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(SignInPage.Request)] = request,
            [nameof(SignInPage.Hint)] = hint,
            [nameof(SignInPage.TokenField)] = token.FormFieldName,
            [nameof(SignInPage.Token)] = token.RequestToken,
        });
    }

    private static async Task<IResult> ChooseAsync(
        HttpContext http, TimeProvider time, [FromForm] string? person, [FromForm] string? request)
    {
        if (DemoPeople.Find(person) is not { } chosen || !IsOurs(request))
            return Results.BadRequest();

        await http.SignInAsync(
            DemoTicket.CookieScheme, DemoTicket.ForCookie(chosen, time.GetUtcNow()), DemoTicket.Answering(request));
        return Results.LocalRedirect(request);
    }

    /// <summary>Redirects go only to our own authorization endpoint. Anything else would make the page an open redirect.</summary>
    private static bool IsOurs([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? request) =>
        request is not null && request.StartsWith(DemoIdentityPaths.Authorize + "?", StringComparison.Ordinal);
}
