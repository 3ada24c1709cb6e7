using Dashboard.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Dashboard.Web.Security;

/// <summary>Why a request was refused, for the error page.</summary>
internal sealed record RefusedRequest(string Reason)
{
    /// <summary>The response to a refused download; the error page says why.</summary>
    public static IResult Answer(HttpContext http, Refusal refusal)
    {
        http.Features.Set(new RefusedRequest(refusal.Message));
        return Results.StatusCode(refusal is NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden);
    }
}

/// <summary>Passes the reason for a refusal to the error page; otherwise does what the framework does.</summary>
internal sealed class RefusalReasons : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler framework = new();

    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.AuthorizationFailure?.FailureReasons.FirstOrDefault() is { } reason)
            context.Features.Set(new RefusedRequest(reason.Message));
        return framework.HandleAsync(next, context, policy, authorizeResult);
    }
}
