using System.Runtime.InteropServices;
using System.Text.Json;

namespace Dashboard.Formats.Reading;

/// <summary>Reads each object of a JSON list, or of objects that span lines, as a row.</summary>
internal sealed class JsonRows(JsonList list, IReadOnlyList<Column> columns) : RowSource
{
    private readonly JsonCells _cells = new(columns);

    public override string File => list.File;

    /// <summary>
    /// True for a list, a wrapper with <c>data</c> or <c>items</c>, or an object whose first line is only its brace. NDJSON has a whole object on
    /// its first line.
    /// </summary>
    public static bool Suit(Utf8Input input)
    {
        var start = input.Window.TrimStart(" \t\r\n"u8);
        if (start is [(byte)'[', ..]) return true;
        if (start is not [(byte)'{', ..]) return false;
        var end = start.IndexOf((byte)'\n');
        return (end >= 0 && start[1..end].Trim(" \t\r"u8).IsEmpty) || JsonNames.Outermost(input).Overlaps(["data", "items"]);
    }

    public override bool Read()
    {
        if (list.Next() is not { } element) return false;
        Line = list.Line;
        Broken = _cells.Parse(JsonMarshal.GetRawUtf8Value(element));
        return true;
    }

    public override ReadOnlySpan<byte> Cell(int ordinal) => _cells[ordinal];

    public override void Dispose() => list.Dispose();
}
