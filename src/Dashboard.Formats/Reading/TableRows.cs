namespace Dashboard.Formats.Reading;

/// <summary>Reads a file in one of the dashboard's own formats. Its first character shows whether it is CSV or NDJSON.</summary>
internal static class TableRows
{
    /// <param name="id">The column that names the resource of a row.</param>
    public static RowStream<TRow> Read<TRow>(
        InputFile file, TableFormat format, Column id, ReaderOptions options, Func<RowFields, TRow?> read, CancellationToken cancellation)
        where TRow : class
    {
        return new(Rows);

        IEnumerable<Parsed<TRow>> Rows(FileFacts facts)
        {
            using var source = Open(Utf8Input.Open(file, options), format, facts);
            foreach (var row in Read(source, options, facts, read, fields => fields.Named("", fields.Text(id), id), cancellation)) yield return row;
        }
    }

    /// <summary>Reads rows to the end. A row that is broken where the file ends without a line ending was cut off, and the file with it.</summary>
    /// <exception cref="UnreadableFileException">The file was cut off.</exception>
    public static IEnumerable<Parsed<TRow>> Read<TRow>(
        RowSource source, ReaderOptions options, FileFacts facts, Func<RowFields, TRow?> read, Func<RowFields, ResourceName?> names,
        CancellationToken cancellation)
        where TRow : class
    {
        var fields = new RowFields(source, options, facts);
        while (source.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (fields.Parse(read, names) is not { } parsed) continue;
            if (source.IsUnended && !parsed.IsAccepted)
            {
                throw new UnreadableFileException(
                    source.File, source.Line, $"The file was cut off: its last line is not whole ({Of(parsed.Rejection)}).", "Export it again, and check that the export finished.");
            }

            yield return parsed;
        }

        if (source.IsUnended) facts.IsNotWhole($"The last line of {source.File} has no line ending, so the file may have been cut off.");
    }

    private static string Of(RowRejection rejection) => rejection.Column.Length == 0 ? $"it {rejection.Reason}" : $"{rejection.Column} {rejection.Reason}";

    private static RowSource Open(Utf8Input input, TableFormat format, FileFacts facts)
    {
        try
        {
            return JsonRows.Suit(input) ? new JsonRows(new JsonList(input, facts), format.Columns)
                : input.Window.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] ? new NdjsonRows(input, format.Columns)
                : CsvHeader.Read(CsvRecords.Open(input), format.Name, format.Columns);
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }
}
