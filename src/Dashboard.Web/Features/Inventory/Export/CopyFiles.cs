using System.Buffers;
using System.Globalization;
using System.Text;
using MiniExcelLibs;

namespace Dashboard.Web.Features.Inventory.Export;

/// <summary>Writes exports as files.</summary>
internal static class CopyFiles
{
    /// <summary>Maximum number of rows in a sheet, without the header. https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3</summary>
    public const long XlsxRows = 1_048_575;

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create("\",\r\n");

    /// <summary>CSV as in RFC 4180. Spreadsheets recognize UTF-8 by its byte order cursor.</summary>
    public static async Task WriteCsvAsync(Stream file, CopyExport export, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 64 * 1024, leaveOpen: true);
        writer.NewLine = "\r\n";
        await writer.WriteLineAsync(string.Join(',', export.Columns.Select(column => Cell(column.Title))).AsMemory(), cancellationToken);
        await foreach (var row in export.Rows.WithCancellation(cancellationToken))
            await writer.WriteLineAsync(string.Join(',', export.Columns.Select(column => Cell(column.Value(row)))).AsMemory(), cancellationToken);
    }

    public static async Task WriteXlsxAsync(Stream file, CopyExport export, CancellationToken cancellationToken)
    {
        await MiniExcel.SaveAsAsync(file, Sheet(), sheetName: "Copies", cancellationToken: cancellationToken);

        async IAsyncEnumerable<Dictionary<string, object?>> Sheet()
        {
            await foreach (var row in export.Rows.WithCancellation(cancellationToken))
                yield return export.Columns.ToDictionary(column => column.Title, column => column.Value(row));
        }
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => Quoted(WithoutFormula(text)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>
    /// Resource IDs come from outside, and spreadsheets run text that starts like a formula. A leading apostrophe prevents that.
    /// https://owasp.org/www-community/attacks/CSV_Injection
    /// </summary>
    private static string WithoutFormula(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;

    private static string Quoted(string text) => text.AsSpan().ContainsAny(NeedQuotes) ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
}
