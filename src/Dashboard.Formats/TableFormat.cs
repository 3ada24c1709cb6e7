using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dashboard.Formats;

/// <summary>One of the dashboard's own formats: its columns, which are the same for CSV and NDJSON, and the templates generated from them.</summary>
public sealed class TableFormat
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal TableFormat(string name, string purpose, IReadOnlyList<Column> columns)
    {
        Name = name;
        Purpose = purpose;
        Columns = columns;
        for (var i = 0; i < columns.Count; i++) columns[i].Ordinal = i;
    }

    /// <summary>All of the dashboard's own formats, in the order in which to explain them.</summary>
    public static IReadOnlyList<TableFormat> All => [InventoryFormat.Table, TrafficFormat.Table, RegisterFormat.Table];

    /// <summary>What the file is, with its article: "an inventory".</summary>
    public string Name { get; }

    /// <summary>What the file contains, in one sentence.</summary>
    public string Purpose { get; }

    /// <summary>The columns, in the order that templates use. Files may use any order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>A CSV file with a header and two example rows, to fill in.</summary>
    public string CsvTemplate()
    {
        var lines = new[] { Columns.Select(c => c.Name), Columns.Select(c => c.Example), Columns.Select(c => c.SecondExample) };
        return string.Concat(lines.Select(cells => string.Join(',', cells.Select(Quoted)) + "\r\n"));
    }

    /// <summary>An NDJSON file with two example rows, to fill in.</summary>
    public string NdjsonTemplate() => Line(column => column.Example) + Line(column => column.SecondExample);

    private string Line(Func<Column, string> example)
    {
        var properties = Columns.Where(column => example(column).Length > 0).Select(column => Property(column, example(column)));
        return new StringBuilder().Append('{').AppendJoin(", ", properties).Append("}\n").ToString();
    }

    private static string Property(Column column, string example) =>
        $"{Text(column.Name)}: {(column.Kind == ColumnKind.Whole ? long.Parse(example, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) : Text(example))}";

    private static string Text(string value) => JsonSerializer.Serialize(value, Json);

    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
