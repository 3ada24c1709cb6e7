using Dashboard.Formats.Reading;

namespace Dashboard.Formats;

/// <summary>
/// The output of <c>hdfs oiv -p Delimited</c> with the default tab delimiter: a header, then one line per inode, without quoting.
/// Source: PBImageDelimitedTextWriter of Apache Hadoop. Newer versions and some switches add columns (INodeId, ErasureCodingPolicy and others),
/// which are ignored. The tool prints times in its host's time zone without naming it. They are read as UTC, so run it with <c>TZ=UTC</c>.
/// </summary>
/// <remarks>FileSize is the size of the content in bytes. Blocks are stored Replication times, but within one cluster, so they are one copy.</remarks>
public static class HdfsListing
{
    private static readonly Column Path = new() { Name = "Path", Kind = ColumnKind.Text, MaxLength = 8000, Meaning = "Absolute path.", Example = "/data/a" };
    private static readonly Column FileSize = new() { Name = "FileSize", Kind = ColumnKind.Whole, Meaning = "Size in bytes.", Example = "1" };
    private static readonly Column Permission = new() { Name = "Permission", Kind = ColumnKind.Text, Meaning = "Type and permissions.", Example = "-rw-r--r--" };

    private static readonly Column ModificationTime = new()
    {
        Name = "ModificationTime",
        Kind = ColumnKind.Timestamp,
        Meaning = "Time of the last write, to the minute, without a time zone.",
        Example = "2017-02-13 10:39",
    };

    internal static TableFormat Table { get; } = new(
        "an HDFS listing (hdfs oiv -p Delimited, separated by tabs)", "Every file of a cluster.", [Path, FileSize, Permission, ModificationTime]);

    /// <summary>Reads the files of a listing as it streams in; directories are skipped.</summary>
    /// <exception cref="UnreadableFileException">Thrown during enumeration, when the whole file cannot be read.</exception>
    public static RowStream<ObjectRow> Read(InputFile file, ReaderOptions options, CancellationToken cancellation)
    {
        return new(Rows);

        IEnumerable<Parsed<ObjectRow>> Rows(FileFacts facts)
        {
            using var records = new CsvRecords(Utf8Input.Open(file, options), delimiter: '\t', quotes: false);
            var rows = CsvHeader.Read(records, Table.Name, Table.Columns, othersAllowed: true);
            foreach (var row in TableRows.Read(rows, options, facts, Row, Names, cancellation)) yield return row;
        }
    }

    private static ObjectRow? Row(RowFields fields)
    {
        if (fields.Shared(Permission).StartsWith('d')) return null;
        return new ObjectRow(fields.File, fields.Line, "", fields.ExactText(Path), fields.OptionalWhole(FileSize), fields.InformalMoment(ModificationTime));
    }

    private static ResourceName? Names(RowFields fields) => fields.Named("", fields.ExactText(Path), Path);
}
