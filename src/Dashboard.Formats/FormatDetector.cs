using System.Text;
using Dashboard.Formats.Reading;

namespace Dashboard.Formats;

/// <summary>Detects the format of an upload from its content. File names only identify the manifest and data files of an S3 Inventory.</summary>
public static class FormatDetector
{
    private const string Accepted = "Supported formats: the dashboard's inventory, traffic or register format (CSV or NDJSON), an S3 Inventory (manifest.json and its CSV data files), "
        + "hdfs oiv -p Delimited with tabs, and Oracle Object Storage bucket listings (JSON).";

    private static readonly (FileFormat Csv, FileFormat Ndjson, TableFormat Table)[] OwnFormats =
    [
        (FileFormat.InventoryCsv, FileFormat.InventoryNdjson, InventoryFormat.Table),
        (FileFormat.TrafficCsv, FileFormat.TrafficNdjson, TrafficFormat.Table),
        (FileFormat.RegisterCsv, FileFormat.RegisterNdjson, RegisterFormat.Table),
    ];

    private static readonly TableFormat[] Hdfs = [HdfsListing.Table];

    private static readonly (byte[] Magic, string What, string Remedy)[] OtherFiles =
    [
        ("PK\u0003\u0004"u8.ToArray(), "a zip archive or an Excel workbook", "Unpack it, or save the sheet as CSV."),
        ("PAR1"u8.ToArray(), "a Parquet file", "Export CSV."),
        ("ORC"u8.ToArray(), "an ORC file", "Export CSV."),
        ("%PDF"u8.ToArray(), "a PDF document", "Export CSV."),
        ([0x28, 0xB5, 0x2F, 0xFD], "compressed with Zstandard", "Use gzip, or upload it uncompressed."),
        ("BZh"u8.ToArray(), "compressed with bzip2", "Use gzip, or upload it uncompressed."),
        ([0xFD, .. "7zXZ"u8], "compressed with xz", "Use gzip, or upload it uncompressed."),
    ];

    /// <summary>Detects the format. Reads only the beginning of one file.</summary>
    /// <exception cref="UnreadableFileException">The format is not supported; the message says what was found and what is supported.</exception>
    public static FileFormat Detect(IReadOnlyList<InputFile> files, ReaderOptions options)
    {
        if (files.Count == 0) throw new UnreadableFileException("upload", null, "There is no file.", Accepted);
        if (files.Any(S3Manifest.IsManifest) && files.Count > 1) return FileFormat.S3Inventory;
        if (files.Count > 1)
        {
            throw new UnreadableFileException(
                files[0].BaseName, null, $"There are {files.Count} files, but no manifest.json.", "Upload one file, or the manifest.json and data files of an S3 Inventory.");
        }

        RefuseOtherFiles(files[0]);
        using var input = Utf8Input.Open(files[0], options);
        return input.Window.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..] ? DetectJson(input) : DetectText(input);
    }

    private static void RefuseOtherFiles(InputFile file)
    {
        using var stream = file.Open();
        Span<byte> head = stackalloc byte[8];
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        foreach (var (magic, what, remedy) in OtherFiles)
        {
            if (head.StartsWith(magic)) throw new UnreadableFileException(file.BaseName, null, $"This is {what}, which is not supported.", remedy);
        }
    }

    private static FileFormat DetectJson(Utf8Input input)
    {
        var names = JsonNames.Outermost(input);
        if (names.Contains("fileSchema") || names.Contains("sourceBucket")) return FileFormat.S3Inventory;
        if ((names.Overlaps(["data", "items"]) || names.IsSupersetOf(["namespace", "name"])) && OracleBucketListing.IsListing(input)) return FileFormat.OracleBuckets;
        if (Closest(names, TableFormat.All) is { } own) return OwnFormats.First(format => format.Table == own).Ndjson;
        throw Unknown(input, names.Count == 0 ? "an empty JSON list or object" : $"JSON with the properties {VisibleText.Of(string.Join(", ", names))}");
    }

    private static FileFormat DetectText(Utf8Input input)
    {
        var line = FirstLine(input);
        if (line.Contains((byte)0)) throw Unknown(input, "binary data");
        var text = Encoding.UTF8.GetString(line);
        if (Closest(Names(text, "\t"), Hdfs) is not null) return FileFormat.HdfsDelimited;
        if (Closest(Names(text, ","), TableFormat.All) is { } own) return OwnFormats.First(format => format.Table == own).Csv;
        if (Closest(Names(text, ";\t|"), TableFormat.All) is not null)
            throw input.Unreadable("Columns are not separated by commas.", "Save the file with commas between the columns.");
        if (Closest(Names(text, ",;|"), Hdfs) is not null)
            throw input.Unreadable("This HDFS listing is not separated by tabs.", "Run hdfs oiv -p Delimited without -delimiter.");
        throw Unknown(input, $"a first line that reads \"{VisibleText.Of(text)}\"");
    }

    private static ReadOnlySpan<byte> FirstLine(Utf8Input input)
    {
        while (true)
        {
            var window = input.Window.TrimStart("\r\n"u8);
            var end = window.IndexOfAny("\r\n"u8);
            if (end >= 0) return window[..end];
            if (input.AtEnd) return window;
            input.More();
        }
    }

    private static string[] Names(string header, string separators) =>
        [.. header.Split(separators.ToCharArray()).Select(name => name.Trim(' ', '"'))];

    /// <summary>
    /// The format that matches the most names, if it matches at least half of its required columns. That is close enough for the format's
    /// reader to report exactly what is wrong with the header.
    /// </summary>
    private static TableFormat? Closest(IReadOnlyCollection<string> names, IReadOnlyList<TableFormat> formats)
    {
        var known = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return formats
            .Select(format => (Format: format, Matches: format.Columns.Count(column => known.Contains(column.Name))))
            .Where(candidate => candidate.Matches * 2 >= candidate.Format.Columns.Count(column => column.Required))
            .OrderByDescending(candidate => candidate.Matches)
            .Select(candidate => candidate.Format)
            .FirstOrDefault();
    }

    private static UnreadableFileException Unknown(Utf8Input input, string seen) =>
        new(input.File, null, $"The file is not in a supported format. Found: {seen}.", Accepted);
}
