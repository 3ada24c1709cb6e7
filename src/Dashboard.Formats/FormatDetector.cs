using System.Text;
using System.Text.Json;
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

        using var input = Utf8Input.Open(files[0], options);
        return input.Window.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..] ? DetectJson(input) : DetectText(input);
    }

    private static FileFormat DetectJson(Utf8Input input)
    {
        var names = JsonNames.Outermost(input);
        if (names.Contains("fileSchema") || names.Contains("sourceBucket")) return FileFormat.S3Inventory;
        if (input.Window.TrimStart(" \t\r\n"u8) is [(byte)'[', ..] || names.Overlaps(["data", "items"]) || names.Overlaps(["namespace", "identifier"]))
        {
            using var list = new JsonList(input, new FileFacts());
            if (list.Next() is not { } first) return FileFormat.OracleBuckets;
            names = NamesOf(first);
            if (OracleBucketListing.IsBucket(first, names, input.File)) return FileFormat.OracleBuckets;
        }

        if (Closest(names, TableFormat.All) is { } own) return OwnFormats.First(format => format.Table == own).Ndjson;
        throw Unknown(input, names.Count == 0 ? "JSON without objects" : $"JSON with the properties {VisibleText.Of(string.Join(", ", names))}");
    }

    private static HashSet<string> NamesOf(JsonElement value)
    {
        try
        {
            return value.ValueKind is JsonValueKind.Object ? [.. value.EnumerateObject().Select(property => property.Name)] : [];
        }
        catch (InvalidOperationException)
        {
            // JsonElement throws this for a lone surrogate escape such as \ud800.
            return [];
        }
    }

    private static FileFormat DetectText(Utf8Input input)
    {
        var delimiter = CsvRecords.StatedDelimiter(input);
        if (delimiter is not null) CsvRecords.SkipStated(input);
        var line = FirstLine(input);
        if (line.Contains((byte)0)) throw Unknown(input, "binary data");
        var text = Encoding.UTF8.GetString(line);
        if (Closest(Names(text, "\t"), Hdfs) is not null) return FileFormat.HdfsDelimited;
        if (Closest(Names(text, delimiter?.ToString() ?? ","), TableFormat.All) is { } own) return OwnFormats.First(format => format.Table == own).Csv;
        if (Closest(Names(text, ";\t|"), TableFormat.All) is not null)
            throw input.Unreadable("Columns are not separated by commas.", "Save the file with commas between the columns, or state the separator in a first line such as sep=;");
        if (Closest(Names(text, ",;|"), Hdfs) is not null)
            throw input.Unreadable("This HDFS listing is not separated by tabs.", "Run hdfs oiv -p Delimited without -delimiter.");
        throw Headless(input, text) ?? Unknown(input, $"a first line that reads \"{VisibleText.Of(text)}\"");
    }

    /// <summary>Files without a header that are known all the same.</summary>
    private static UnreadableFileException? Headless(Utf8Input input, string line)
    {
        var cells = line.Split('\t');
        if (cells.Length >= 9 && cells.Take(2).Any(cell => cell.StartsWith('/')))
        {
            return input.Unreadable(
                "This looks like an HDFS listing without its header line. Old versions of Hadoop (2.7 and earlier) write none.",
                "Run hdfs oiv -p Delimited of a newer version on the same fsimage.");
        }

        return IsS3Checksum(line) || IsS3Data(line)
            ? input.Unreadable(
                "This looks like one file of an S3 Inventory without its manifest.",
                "Upload manifest.json together with all data files that it lists. Only the manifest says what the columns are and whether the list is whole.")
            : null;
    }

    // S3 quotes every value; the first two are the bucket and the key.
    private static bool IsS3Data(string line) =>
        line.Split("\",\"") is { Length: >= 3 } cells && cells[0].StartsWith('"') && line.EndsWith('"')
        && cells[0].Length is > 3 and <= 64 && cells[0].Skip(1).All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '-');

    private static bool IsS3Checksum(string line) => line.Length == 32 && line.All(char.IsAsciiHexDigit);

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
