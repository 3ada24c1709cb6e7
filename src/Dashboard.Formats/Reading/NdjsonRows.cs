namespace Dashboard.Formats.Reading;

/// <summary>Reads each line, one JSON object, as a row. An invalid line is rejected on its own, because an object never spans lines.</summary>
internal sealed class NdjsonRows(Utf8Input input, IReadOnlyList<Column> columns) : RowSource
{
    private readonly JsonCells _cells = new(columns);
    private int _pending;
    private bool _isUnended;

    public override string File => input.File;

    public override bool IsUnended => _isUnended;

    public override bool Read()
    {
        while (ReadLine(out var line))
        {
            Line = input.Line;
            var row = line.Trim(" \t\r"u8);
            if (row.IsEmpty) continue;
            Broken = _cells.Parse(row);
            return true;
        }

        _isUnended = false;
        return false;
    }

    public override ReadOnlySpan<byte> Cell(int ordinal) => _cells[ordinal];

    public override void Dispose() => input.Dispose();

    private bool ReadLine(out ReadOnlySpan<byte> line)
    {
        input.Consume(_pending, _pending == 0 ? 0 : 1);
        _pending = 0;
        line = default;
        if (input.Window.IsEmpty && !input.More()) return false;
        int end;
        while ((end = input.Window.IndexOf((byte)'\n')) < 0 && !input.AtEnd) input.More();
        line = end < 0 ? input.Window : input.Window[..end];
        input.CheckLength(line.Length);
        _isUnended = end < 0;
        _pending = end < 0 ? line.Length : end + 1;
        return true;
    }
}
