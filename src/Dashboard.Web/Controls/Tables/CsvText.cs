using System.Buffers;
using System.Text;

namespace Dashboard.Web.Controls.Tables;

/// <summary>Writes tables as CSV that a spreadsheet can open without running a malicious cell as a formula.</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n\t'");

    /// <summary>UTF-8 with a byte order mark, so that spreadsheets recognize it. Lines end with CRLF (RFC 4180).</summary>
    public static StreamWriter Writer(Stream body) =>
        new(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };

    public static string Line(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell));

    // Spreadsheets treat a cell that begins with one of these as a formula; an apostrophe makes it text (OWASP, CSV Injection).
    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(Quoted) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
