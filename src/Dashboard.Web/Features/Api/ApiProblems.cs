using Dashboard.Web.Features.Imports.Push;
using Dashboard.Web.Features.Imports;
using Dashboard.Core.Imports;
using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Web.Databases;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Web.Features.Api;

/// <summary>Turns refusals into problem details (RFC 9457): the status for programs, the sentence for people.</summary>
internal static class ApiProblems
{
    public static IResult Of(Refusal refusal) => refusal is Unauthenticated
        ? new ChallengedProblem(refusal.Message)
        : Results.Problem(refusal.Message, statusCode: StatusOf(refusal), title: TitleOf(StatusOf(refusal)));

    public static ProblemDetails Of(int status) => new() { Status = status, Title = TitleOf(status), Detail = DetailOf(status) };

    private static int StatusOf(Refusal refusal) => refusal switch
    {
        TokenIsForASource or TokenIsForAnExecutor or TokenIsForAnotherSource => StatusCodes.Status403Forbidden,
        ImportTooLarge => StatusCodes.Status413PayloadTooLarge,
        IdempotencyKeyReused => StatusCodes.Status409Conflict,
        NotFound or SourceNotFound or ImportNotFound => StatusCodes.Status404NotFound,
        ReportUnreadable => StatusCodes.Status400BadRequest,
        ChangedBySomeoneElse => StatusCodes.Status503ServiceUnavailable,
        ReportKeyReused or NotApproved or StillCoolingOff or HasLapsed or NotReleased or ManifestDiffers => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request cannot be read",
        StatusCodes.Status401Unauthorized => "Not authenticated",
        StatusCodes.Status403Forbidden => "Not permitted",
        StatusCodes.Status404NotFound => "Not found",
        StatusCodes.Status405MethodNotAllowed => "Method not allowed",
        StatusCodes.Status409Conflict => "Not possible now",
        StatusCodes.Status413PayloadTooLarge => "Too large",
        StatusCodes.Status415UnsupportedMediaType => "Unsupported media type",
        StatusCodes.Status422UnprocessableEntity => "Refused",
        StatusCodes.Status429TooManyRequests => "Too many requests",
        StatusCodes.Status503ServiceUnavailable => "Try again",
        _ => "Something went wrong",
    };

    private static string DetailOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this URL. The API is described at /api.",
        StatusCodes.Status405MethodNotAllowed => "This URL does not support that method. The API is described at /api.",
        StatusCodes.Status413PayloadTooLarge => $"A report can have at most {ApiGroup.LargestBody / 1_000_000} MB. Split it into several reports.",
        StatusCodes.Status415UnsupportedMediaType => "Send application/json.",
        StatusCodes.Status429TooManyRequests => "Wait a minute and try again.",
        _ => "The error has been logged. Try again; it is safe to send a report twice.",
    };

    /// <summary>Also says how to authenticate, as RFC 6750 requires.</summary>
    private sealed class ChallengedProblem(string detail) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return Results.Problem(detail, statusCode: StatusCodes.Status401Unauthorized, title: TitleOf(StatusCodes.Status401Unauthorized)).ExecuteAsync(httpContext);
        }
    }
}
