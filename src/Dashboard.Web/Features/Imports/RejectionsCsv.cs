using System.Buffers;
using System.Text;

namespace Dashboard.Web.Features.Imports;

/// <summary>Rejected rows as a CSV that a spreadsheet can open without running what a hostile row says.</summary>
internal static class RejectionsCsv
{
    public static readonly string[] Header = ["line", "column", "value", "reason"];

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n\t'");

    public static async Task WriteAsync(IAsyncEnumerable<RejectionRow> rows, Stream body, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Line(Header).AsMemory(), cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
            await writer.WriteLineAsync(Line(row.Line.ToString(), row.Column, row.Value, row.Reason).AsMemory(), cancellationToken);
    }

    private static string Line(params string[] cells) => string.Join(',', cells.Select(Cell));

    // A cell that begins with one of these is a formula to a spreadsheet; an apostrophe makes it text (OWASP, CSV Injection).
    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(Quoted) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
