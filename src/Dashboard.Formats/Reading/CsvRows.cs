namespace Dashboard.Formats.Reading;

/// <summary>Reads records of delimited text as rows of known columns. The file may have the columns in any order.</summary>
/// <param name="records">The records, after the header if there is one.</param>
/// <param name="columns">The columns to read.</param>
/// <param name="positions">For each column, its position in the file's records, or -1.</param>
/// <param name="width">Number of fields that each record must have.</param>
/// <param name="isChecksummed">True when a checksum shows that the file is whole, whatever its last line looks like.</param>
internal sealed class CsvRows(CsvRecords records, IReadOnlyList<Column> columns, int[] positions, int width, bool isChecksummed = false) : RowSource
{
    public override string File => records.File;

    public override bool IsUnended => records.IsUnended && !isChecksummed;

    public override bool Read()
    {
        if (!records.Read()) return false;
        Line = records.Line;
        Broken = Check();
        return true;
    }

    public override ReadOnlySpan<byte> Cell(int ordinal) => positions[ordinal] is >= 0 and var position ? records[position] : default;

    public override void Dispose() => records.Dispose();

    private BrokenRow? Check()
    {
        if (records.BrokenField >= 0)
        {
            var column = Array.IndexOf(positions, records.BrokenField);
            return new BrokenRow(column < 0 ? "" : columns[column].Name, VisibleText.Of(records.Raw), "has text after a closing quote");
        }

        return records.Count == width
            ? null
            : new BrokenRow("", VisibleText.Of(records.Raw), $"has {records.Count} fields, but {width} are expected");
    }
}
