namespace Dashboard.Formats.Reading;

/// <summary>Reads a file in one of the dashboard's own formats. Its first character shows whether it is CSV or NDJSON.</summary>
internal static class TableRows
{
    public static IEnumerable<Parsed<TRow>> Read<TRow>(
        InputFile file, TableFormat format, ReaderOptions options, Func<RowFields, TRow?> read, CancellationToken cancellation)
        where TRow : class
    {
        using var source = Open(Utf8Input.Open(file, options), format);
        foreach (var row in Read(source, options, read, cancellation)) yield return row;
    }

    public static IEnumerable<Parsed<TRow>> Read<TRow>(
        RowSource source, ReaderOptions options, Func<RowFields, TRow?> read, CancellationToken cancellation)
        where TRow : class
    {
        var fields = new RowFields(source, options);
        while (source.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (fields.Parse(read) is { } parsed) yield return parsed;
        }
    }

    private static RowSource Open(Utf8Input input, TableFormat format)
    {
        try
        {
            return input.Window.TrimStart(" \t\r\n"u8) is [(byte)'{', ..]
                ? new NdjsonRows(input, format.Columns)
                : CsvHeader.Read(new CsvRecords(input), format.Name, format.Columns);
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }
}
