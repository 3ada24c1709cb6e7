using Dashboard.Web.Features.Imports.Upload;
using System.Text;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Formats;
using Dashboard.Web.Features.Imports.Review;
using Dashboard.Web.Security;

namespace Dashboard.Web.Features.Imports;

internal static class ImportEndpoints
{
    /// <summary>The URLs that are not pages: uploads and downloads.</summary>
    public static void MapImports(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapUploads();
        endpoints.MapGet("/imports/{id:long}/rejected.csv", RejectedAsync).RequirePermission(Permission.ExportRows);
        endpoints.MapGet("/imports/{id:long}/files/{number:int}", FileAsync).RequirePermission(Permission.ExportRows);
        endpoints.MapGet("/imports/templates/{name}", Template).RequirePermission(Permission.ViewImports);
    }

    private static async Task<IResult> RejectedAsync(HttpContext http, long id, ExportRejections export)
    {
        var exported = await export.HandleAsync(id, http.RequestAborted);
        return exported.Refusal is { } refusal
            ? Refuse(http, refusal)
            : Results.Stream(body => RejectionsCsv.WriteAsync(exported.Value.Rows, body, http.RequestAborted), "text/csv; charset=utf-8", exported.Value.FileName);
    }

    private static async Task<IResult> FileAsync(HttpContext http, long id, int number, OpenImportFile open)
    {
        var opened = await open.HandleAsync(new(id, number), http.RequestAborted);
        return opened.Refusal is { } refusal
            ? Refuse(http, refusal)
            : Results.Stream(opened.Value.Content, "application/octet-stream", opened.Value.Name, enableRangeProcessing: true);
    }

    private static IResult Template(string name) => OwnFormat.All.FirstOrDefault(format => format.CsvTemplate == name || format.NdjsonTemplate == name) switch
    {
        null => Results.NotFound(),
        { } format when format.CsvTemplate == name => Text(format.Table.CsvTemplate(), "text/csv", name),
        { } format => Text(format.Table.NdjsonTemplate(), "application/x-ndjson", name),
    };

    private static IResult Text(string content, string type, string name) => Results.File(Encoding.UTF8.GetBytes(content), $"{type}; charset=utf-8", name);

    private static IResult Refuse(HttpContext http, Refusal refusal)
    {
        http.Features.Set(new RefusedRequest(refusal.Message));
        return Results.StatusCode(refusal is ImportNotFound or StoredFileMissing ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden);
    }
}

/// <summary>One of the dashboard's own formats, with the file names of its templates.</summary>
internal sealed record OwnFormat(string Slug, string Title, TableFormat Table)
{
    public static readonly IReadOnlyList<OwnFormat> All =
    [
        new("inventory", "Inventory", InventoryFormat.Table),
        new("traffic", "Traffic", TrafficFormat.Table),
        new("register", "Dataset register", RegisterFormat.Table),
    ];

    public string CsvTemplate => $"{Slug}.csv";

    public string NdjsonTemplate => $"{Slug}.ndjson";
}
