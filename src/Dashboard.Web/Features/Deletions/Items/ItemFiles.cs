using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Controls.Tables;
using MiniExcelLibs;

namespace Dashboard.Web.Features.Deletions.Items;

/// <summary>Writes the items of a batch as files.</summary>
internal static class ItemFiles
{
    private static readonly (string Title, Func<ItemRow, object?> Value)[] Columns =
    [
        ("Number", row => row.Number),
        ("Resource ID", row => row.ResourceId),
        ("Dataset", row => row.Dataset),
        ("Dataset URN", row => row.Urn),
        ("Location", row => row.Location),
        ("Role", row => row.Role.ToString()),
        ("Bytes", row => row.Bytes),
        ("Records", row => row.Records),
        ("Source", row => row.Source),
        ("Retain until", row => row.RetainUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("State", row => Naming.Label(row.State)),
        ("Closed gates", row => row.IsToDelete ? string.Join("; ", GateList.All.Where(gate => (row.Closed & gate) != Gates.None).Select(GateText.WhyClosed)) : ""),
        ("Excluded by", row => row.ExcludedBy),
        ("Exclusion reason", row => row.ExclusionReason),
        ("Performed at", row => Time(row.PerformedAt)),
        ("Verified absent as of", row => Time(row.VerifiedAt)),
    ];

    public static async Task WriteCsvAsync(Stream file, ItemExport export, CancellationToken cancellationToken)
    {
        await using var writer = CsvText.Writer(file);
        await writer.WriteLineAsync(CsvText.Line(Columns.Select(column => column.Title)).AsMemory(), cancellationToken);
        await foreach (var row in export.Rows.WithCancellation(cancellationToken))
            await writer.WriteLineAsync(CsvText.Line(Columns.Select(column => Convert.ToString(column.Value(row), CultureInfo.InvariantCulture) ?? "")).AsMemory(), cancellationToken);
    }

    public static async Task WriteXlsxAsync(Stream file, ItemExport export, CancellationToken cancellationToken)
    {
        await MiniExcel.SaveAsAsync(file, Sheet(), sheetName: "Items", cancellationToken: cancellationToken);

        async IAsyncEnumerable<Dictionary<string, object?>> Sheet()
        {
            await foreach (var row in export.Rows.WithCancellation(cancellationToken))
                yield return Columns.ToDictionary(column => column.Title, column => column.Value(row));
        }
    }

    private static string? Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
