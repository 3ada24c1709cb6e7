using Dashboard.Web.Controls.Tables;

namespace Dashboard.Web.Features.Imports.Review;

/// <summary>Rejected rows as a CSV.</summary>
internal static class RejectionsCsv
{
    public static readonly string[] Header = ["file", "line", "column", "value", "reason"];

    public static async Task WriteAsync(IAsyncEnumerable<RejectionRow> rows, Stream body, CancellationToken cancellationToken)
    {
        await using var writer = CsvText.Writer(body);
        await writer.WriteLineAsync(CsvText.Line(Header).AsMemory(), cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
            await writer.WriteLineAsync(CsvText.Line(row.File, row.Line.ToString(), row.Column, row.Value, row.Reason).AsMemory(), cancellationToken);
    }
}
