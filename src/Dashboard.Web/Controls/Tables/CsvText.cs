using System.Buffers;
using System.Text;

namespace Dashboard.Web.Controls.Tables;

/// <summary>Tables as CSV that a spreadsheet can open without running what a hostile cell says.</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n\t'");

    /// <summary>UTF-8 with a byte order mark, by which spreadsheets know it; lines end as RFC 4180 says.</summary>
    public static StreamWriter Writer(Stream body) =>
        new(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };

    public static string Line(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell));

    // A cell that begins with one of these is a formula to a spreadsheet; an apostrophe makes it text (OWASP, CSV Injection).
    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(Quoted) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
