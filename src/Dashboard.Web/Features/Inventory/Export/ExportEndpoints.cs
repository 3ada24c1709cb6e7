using Dashboard.Core.Administration;
using Dashboard.Web.Features.Inventory.List;
using Dashboard.Web.Features.Inventory.Query;
using Dashboard.Web.Security;

namespace Dashboard.Web.Features.Inventory.Export;

/// <summary>Serves the files behind the table's export links.</summary>
internal static class ExportEndpoints
{
    public static void MapInventory(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(InventoryAddress.CsvExport, CsvAsync).WithMetadata(new RequirePermissionAttribute(Permission.ExportRows));
        endpoints.MapGet(InventoryAddress.XlsxExport, XlsxAsync).WithMetadata(new RequirePermissionAttribute(Permission.ExportRows));
    }

    private static async Task<IResult> CsvAsync(HttpRequest request, ExportCopies export, TimeProvider clock, CancellationToken cancellationToken)
    {
        var opened = await export.HandleAsync(Read(request, maxRows: null, "CSV"), cancellationToken);
        if (opened.Refusal is { } refusal)
            return Results.Text(refusal.Message, statusCode: StatusCodes.Status403Forbidden);
        return Results.Stream(async body =>
        {
            await using var rows = opened.Value;
            await CopyFiles.WriteCsvAsync(body, rows, cancellationToken);
        }, "text/csv", NameOf(clock, "csv"));
    }

    /// <summary>A workbook is a ZIP file. Its directory is written synchronously, which a response does not allow, so it goes to disk first.</summary>
    private static async Task<IResult> XlsxAsync(HttpRequest request, ExportCopies export, TimeProvider clock, CancellationToken cancellationToken)
    {
        var opened = await export.HandleAsync(Read(request, CopyFiles.XlsxRows, "XLSX"), cancellationToken);
        if (opened.Refusal is { } refusal)
            return Results.Text(refusal.Message, statusCode: refusal is TooManyRows ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status403Forbidden);
        await using var rows = opened.Value;
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await CopyFiles.WriteXlsxAsync(file, rows, cancellationToken);
            file.Position = 0;
            return Results.Stream(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", NameOf(clock, "xlsx"));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static ExportCopiesRequest Read(HttpRequest request, long? maxRows, string format)
    {
        var address = InventoryAddress.Read(request.Query);
        return new(new CopyFilter(address.Terms), address.Sort, address.Columns, maxRows, format);
    }

    private static string NameOf(TimeProvider clock, string extension) => $"copies-{clock.GetUtcNow().UtcDateTime:yyyy-MM-dd-HHmm}.{extension}";
}
