using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Security;

namespace Dashboard.Web.Features.Deletions.Items;

/// <summary>Downloads the files of a batch. The handlers check permissions.</summary>
internal static class ItemEndpoints
{
    public static void MapDeletionItems(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/deletions/{id:long}/manifest", ManifestAsync).RequirePermission(Permission.ViewDeletions);
        endpoints.MapGet("/deletions/{id:long}/items.csv", CsvAsync).RequirePermission(Permission.ExportRows);
        endpoints.MapGet("/deletions/{id:long}/items.xlsx", XlsxAsync).RequirePermission(Permission.ExportRows);
    }

    private static async Task<IResult> ManifestAsync(HttpContext http, long id, OpenManifest open)
    {
        var opened = await open.HandleAsync(id, http.RequestAborted);
        if (opened.Refusal is { } refusal)
            return Refuse(http, refusal);
        return Results.Stream(async body =>
        {
            await using var manifest = opened.Value;
            await foreach (var line in manifest.Lines)
                await body.WriteAsync(line, http.RequestAborted);
        }, "application/x-ndjson", opened.Value.FileName);
    }

    private static async Task<IResult> CsvAsync(HttpContext http, long id, ExportItems export)
    {
        var opened = await OpenAsync(http, id, export, "CSV");
        if (opened.Refusal is { } refusal)
            return Refuse(http, refusal);
        return Results.Stream(async body =>
        {
            await using var rows = opened.Value;
            await ItemFiles.WriteCsvAsync(body, rows, http.RequestAborted);
        }, "text/csv; charset=utf-8", $"deletion-batch-{id}-items.csv");
    }

    /// <summary>A workbook is a zip file whose directory comes last and is written synchronously, so it goes to disk first and is then sent.</summary>
    private static async Task<IResult> XlsxAsync(HttpContext http, long id, ExportItems export)
    {
        var opened = await OpenAsync(http, id, export, "XLSX");
        if (opened.Refusal is { } refusal)
            return Refuse(http, refusal);
        await using var rows = opened.Value;
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await ItemFiles.WriteXlsxAsync(file, rows, http.RequestAborted);
            file.Position = 0;
            return Results.Stream(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"deletion-batch-{id}-items.xlsx");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static Task<Result<ItemExport>> OpenAsync(HttpContext http, long id, ExportItems export, string format)
    {
        var query = http.Request.Query;
        var filter = ItemFilter.Read(query["state"], query["gate"], long.TryParse(query["location"], out var location) ? location : null, query["text"]);
        return export.HandleAsync(id, filter, format, http.Request.QueryString.Value?.TrimStart('?') ?? "", http.RequestAborted);
    }

    private static IResult Refuse(HttpContext http, Refusal refusal)
    {
        http.Features.Set(new RefusedRequest(refusal.Message));
        return Results.StatusCode(refusal is NotFound ? StatusCodes.Status404NotFound : refusal is NoManifestYet ? StatusCodes.Status409Conflict : StatusCodes.Status403Forbidden);
    }
}
