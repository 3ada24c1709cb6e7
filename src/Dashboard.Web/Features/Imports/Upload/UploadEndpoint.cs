using System.Runtime.CompilerServices;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Features.Imports.Run;
using Dashboard.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Features.Imports.Upload;

/// <summary>
/// Receives files from a browser and writes them straight to disk, without buffering. Everything that can be refused is refused
/// before the body is read. Kestrel ends connections that send too slowly.
/// </summary>
internal static class UploadEndpoint
{
    public const string Address = "/imports/uploads";

    /// <summary>Bytes that multipart adds to each file: its boundary and headers.</summary>
    private const long OverheadPerFile = 2_000;

    public static void MapUploads(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(Address, ReceiveAsync)
        .RequirePermission(Permission.RunImports)
        .WithMetadata(new SkipStatusCodePagesAttribute()); // The caller is a script, which needs the JSON message and not an error page.

    private static async Task<IResult> ReceiveAsync(
        HttpContext http, long source, bool complete, DateTimeOffset? asOf, ReceiveImport receive, IAntiforgery antiforgery,
        IOptions<AntiforgeryOptions> tokens, IOptions<ImportSettings> settings, ILogger<ReceiveImport> log)
    {
        // If the header is missing, antiforgery would read the whole body to look for the token in the form.
        if (!http.Request.Headers.ContainsKey(tokens.Value.HeaderName!) || !await antiforgery.IsRequestValidAsync(http))
            return Answer(StatusCodes.Status400BadRequest, "This page has expired. Reload it and try again.");
        if (BoundaryOf(http.Request) is not { } boundary)
            return Answer(StatusCodes.Status415UnsupportedMediaType, "Send the files as multipart/form-data.");

        var most = settings.Value.MaxBytes + (settings.Value.MaxFiles * OverheadPerFile);
        if (http.Request.ContentLength > most)
            return Answer(new ImportTooLarge(settings.Value.MaxBytes));
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = most;

        try
        {
            var received = await receive.HandleAsync(
                new(source, complete, asOf), FilesIn(new MultipartReader(boundary, http.Request.Body), http.RequestAborted), http.RequestAborted);
            return received.Refusal is { } refusal ? Answer(refusal) : Results.Json(new { id = received.Value });
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Answer(new ImportTooLarge(settings.Value.MaxBytes));
        }
        catch (Exception lost) when (lost is OperationCanceledException or IOException or InvalidDataException)
        {
            log.LogWarning(lost, "An upload was incomplete or could not be stored.");
            return Answer(StatusCodes.Status400BadRequest, "The upload was incomplete, or the files could not be stored. Nothing was imported. Try again.");
        }
    }

    private static async IAsyncEnumerable<IncomingFile> FilesIn(MultipartReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.GetContentDispositionHeader() is { } header && header.IsFileDisposition())
                yield return new(HeaderUtilities.RemoveQuotes(header.FileNameStar.HasValue ? header.FileNameStar : header.FileName).ToString(), section.Body);
        }
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 200 } boundary
            ? boundary.ToString()
            : null;

    private static IResult Answer(Refusal refusal) => Answer(
        refusal switch
        {
            NotSignedIn => StatusCodes.Status401Unauthorized,
            NotPermitted or OutsideOversightCountry or MemberSuspended => StatusCodes.Status403Forbidden,
            ImportTooLarge or TooManyFiles => StatusCodes.Status413PayloadTooLarge,
            _ => StatusCodes.Status422UnprocessableEntity,
        },
        refusal.Message);

    private static IResult Answer(int status, string message) => Results.Json(new { message }, statusCode: status);
}
