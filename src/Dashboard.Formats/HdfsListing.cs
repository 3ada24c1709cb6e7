using Dashboard.Formats.Reading;

namespace Dashboard.Formats;

/// <summary>
/// The output of <c>hdfs oiv -p Delimited</c> with its default tab: a header, then a line for each inode, without quoting.
/// Source: PBImageDelimitedTextWriter of Apache Hadoop. Newer versions and switches add columns (INodeId, ErasureCodingPolicy and others), which
/// are ignored. Times carry no zone, because the tool prints them in its host's; they are taken as UTC, so run it with <c>TZ=UTC</c>.
/// </summary>
/// <remarks>FileSize is the size of the content. Blocks are stored Replication times, but inside one cluster, hence one copy.</remarks>
public static class HdfsListing
{
    private static readonly Column Path = new() { Name = "Path", Kind = ColumnKind.Text, MaxLength = 8000, Meaning = "Absolute path.", Example = "/data/a" };
    private static readonly Column FileSize = new() { Name = "FileSize", Kind = ColumnKind.Whole, Meaning = "Size in bytes.", Example = "1" };
    private static readonly Column Permission = new() { Name = "Permission", Kind = ColumnKind.Text, Meaning = "Type and rights.", Example = "-rw-r--r--" };

    private static readonly Column ModificationTime = new()
    {
        Name = "ModificationTime",
        Kind = ColumnKind.Timestamp,
        Meaning = "Last write, minutes, no zone.",
        Example = "2017-02-13 10:39",
    };

    internal static TableFormat Table { get; } = new(
        "an HDFS listing (hdfs oiv -p Delimited, separated by tabs)", "Every file of a cluster.", [Path, FileSize, Permission, ModificationTime]);

    /// <summary>Reads the files of a listing as it streams in; directories are skipped.</summary>
    /// <exception cref="UnreadableFileException">While enumerating, when the file as a whole cannot be read.</exception>
    public static IEnumerable<Parsed<ObjectRow>> Read(InputFile file, ReaderOptions options, CancellationToken cancellation)
    {
        using var records = new CsvRecords(Utf8Input.Open(file, options), delimiter: '\t', quotes: false);
        var rows = CsvHeader.Read(records, Table.Name, Table.Columns, othersAllowed: true);
        foreach (var row in TableRows.Read(rows, options, Row, cancellation)) yield return row;
    }

    private static ObjectRow? Row(RowFields fields)
    {
        if (fields.Shared(Permission).StartsWith('d')) return null;
        return new ObjectRow(fields.File, fields.Line, "", fields.ExactText(Path), fields.Whole(FileSize), fields.Minute(ModificationTime));
    }
}
