using System.Globalization;
using System.Text;
using System.Text.Json;
using Dashboard.Formats.Reading;

namespace Dashboard.Formats;

/// <summary>The manifest.json of an S3 Inventory.</summary>
internal sealed class S3Manifest
{
    // Amazon S3 was announced on this day: aws.amazon.com/about-aws/whats-new/2006.
    private static readonly DateTimeOffset BeganAt = new(2006, 3, 14, 0, 0, 0, TimeSpan.Zero);

    private const string AskForCsv = "Set the inventory's output format to CSV and upload the next one.";
    private readonly string _name;
    private readonly string _md5;

    private S3Manifest(string name, string md5, JsonElement root)
    {
        _name = name;
        _md5 = md5;
        SourceBucket = Text(root, "sourceBucket");
        var format = Text(root, "fileFormat");
        if (!format.Equals("CSV", StringComparison.OrdinalIgnoreCase)) throw Wrong($"The inventory is in {VisibleText.Of(format)}, which is not supported yet.", AskForCsv);
        Schema = Text(root, "fileSchema").Split(',', StringSplitOptions.TrimEntries);
        CreatedAt = Created(root);
        Partition = PartitionOf(root);
        Region = root.TryGetProperty("sourceRegion", out var region) && region.ValueKind == JsonValueKind.String ? region.GetString() : null;
        Files = ListedFiles(root);
    }

    public string SourceBucket { get; }
    public IReadOnlyList<string> Schema { get; }
    public DateTimeOffset? CreatedAt { get; }
    public string? Partition { get; }
    public string? Region { get; }
    public IReadOnlyList<DataFile> Files { get; }

    public static bool IsManifest(InputFile file) => file.BaseName.Equals("manifest.json", StringComparison.OrdinalIgnoreCase)
        || (file.BaseName.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && file.BaseName.Contains("manifest", StringComparison.OrdinalIgnoreCase));

    /// <summary>The manifest of an upload: the file with that name, or a single JSON file, so that the error names its missing data files.</summary>
    public static InputFile? FindIn(IReadOnlyList<InputFile> upload) => upload.FirstOrDefault(IsManifest)
        ?? (upload is [var only] && only.BaseName.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? only : null);

    public static S3Manifest Read(InputFile file, ReaderOptions options)
    {
        Md5Stream? hashed = null;
        using var input = Utf8Input.Open(file, options with { MaxLineBytes = options.MaxManifestBytes }, stored => hashed = new Md5Stream(stored));
        while (!input.AtEnd) input.More();
        try
        {
            using var document = JsonDocument.Parse(input.Window.ToArray());
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new S3Manifest(file.BaseName, hashed!.Finish(), document.RootElement)
                : throw new UnreadableFileException(file.BaseName, null, "The manifest is not a JSON object.", "Download it again.");
        }
        catch (JsonException broken)
        {
            throw new UnreadableFileException(
                file.BaseName, (broken.LineNumber ?? 0) + 1, "The manifest is not valid JSON, or was cut off.", "Download it again.", broken);
        }
        catch (InvalidOperationException broken)
        {
            // JsonElement throws this for a lone surrogate escape such as \ud800.
            throw new UnreadableFileException(file.BaseName, null, "The manifest has a \\u escape that is only half a character (a lone surrogate).", "Download it again.", broken);
        }
    }

    /// <summary>For each column, its position in the data files, or -1.</summary>
    public int[] Positions(IReadOnlyList<Column> columns)
    {
        var names = Schema.ToList();
        var missing = columns.Where(column => column.Required && !Schema.Contains(column.Name, StringComparer.OrdinalIgnoreCase)).Select(column => column.Name).ToList();
        return missing.Count == 0
            ? [.. columns.Select(column => names.FindIndex(name => name.Equals(column.Name, StringComparison.OrdinalIgnoreCase)))]
            : throw Wrong(
                $"Its fileSchema lacks {string.Join(", ", missing)}; it has {VisibleText.Of(string.Join(", ", Schema))}.",
                "Add the missing fields to the inventory's configuration and upload the next one.");
    }

    /// <summary>S3 writes the manifest's MD5 to manifest.checksum. If that file was uploaded too, it is compared.</summary>
    public void VerifyChecksumFile(IReadOnlyList<InputFile> upload)
    {
        if (upload.FirstOrDefault(IsChecksum) is not { } file) return;
        using var stream = file.Open();
        Span<byte> head = stackalloc byte[64];
        var text = Encoding.ASCII.GetString(head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]).Trim();
        if (!text.Equals(_md5, StringComparison.OrdinalIgnoreCase))
            throw Wrong($"Its MD5 is {_md5}, but {file.BaseName} says {VisibleText.Of(text)}.", "Download both again.");
    }

    /// <summary>The uploaded data files, in the manifest's order.</summary>
    public IReadOnlyList<InputFile> Match(IReadOnlyList<InputFile> upload)
    {
        var matched = Files.Select(listed => Match(listed, upload)).ToList();
        var stray = upload.FirstOrDefault(file => !matched.Contains(file) && !IsManifest(file) && !IsChecksum(file) && file.BaseName != "symlink.txt");
        return stray is null
            ? matched
            : throw new UnreadableFileException(stray.BaseName, null, $"It is not listed in {_name}.", "Upload only the files of one inventory.");
    }

    private InputFile Match(DataFile listed, IReadOnlyList<InputFile> upload)
    {
        var found = upload.Where(file => file.BaseName == listed.BaseName).ToList();
        if (found.Count == 0) throw Wrong($"It lists the data file {VisibleText.Of(listed.BaseName)}, which is not among the uploaded files.", "Upload the manifest together with all its data files.");
        if (found.Count > 1) throw new UnreadableFileException(listed.BaseName, null, $"It was uploaded {found.Count} times.", "Upload each data file once.");
        return listed.Size is null || listed.Size == found[0].Length
            ? found[0]
            : throw new UnreadableFileException(
                listed.BaseName, null, $"It has {found[0].Length:N0} bytes, but the manifest says {listed.Size:N0}: it is damaged or cut off.", "Download it again.");
    }

    private List<DataFile> ListedFiles(JsonElement root)
    {
        if (!root.TryGetProperty("files", out var files) || files.ValueKind != JsonValueKind.Array) throw Wrong("It has no list of files.", "Download it again.");
        return [.. files.EnumerateArray().Select(ListedFile)];
    }

    private DataFile ListedFile(JsonElement file)
    {
        if (file.ValueKind != JsonValueKind.Object) throw Wrong("An entry in its list of files is not an object.", "Download it again.");
        var key = Text(file, "key");
        var size = file.TryGetProperty("size", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var bytes) ? bytes : (long?)null;
        var md5 = file.TryGetProperty("MD5checksum", out var sum) && sum.ValueKind == JsonValueKind.String ? sum.GetString() : null;
        return new DataFile(key[(key.LastIndexOf('/') + 1)..], size, md5);
    }

    // Milliseconds since 1970, as a string: Amazon S3 User Guide, "Inventory manifest".
    private DateTimeOffset? Created(JsonElement root)
    {
        if (!root.TryGetProperty("creationTimestamp", out var value) || value.ValueKind == JsonValueKind.Null) return null;
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds >= BeganAt.ToUnixTimeMilliseconds() && milliseconds < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }

        throw Wrong(
            $"Its creationTimestamp is {VisibleText.Of(text)}, but it must be milliseconds since 1970 and not before S3 existed ({BeganAt:yyyy-MM-dd}).",
            "If another tool wrote the manifest, correct the timestamp; seconds must be multiplied by 1000.");
    }

    // arn:partition:s3:::bucket. A destination is always in the bucket's own region: Amazon S3 User Guide, "Amazon S3 Inventory buckets".
    private static string? PartitionOf(JsonElement root) =>
        root.TryGetProperty("destinationBucket", out var arn) && arn.ValueKind == JsonValueKind.String && arn.GetString()!.Split(':') is ["arn", { Length: > 0 } partition, ..]
            ? partition
            : null;

    private string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw Wrong($"It has no {name}.", "Upload the manifest.json exactly as S3 wrote it.");

    private static bool IsChecksum(InputFile file) => file.BaseName.Equals("manifest.checksum", StringComparison.OrdinalIgnoreCase);

    private UnreadableFileException Wrong(string problem, string remedy) => new(_name, null, problem, remedy);

    /// <summary>One data file as the manifest lists it. Size is in stored bytes.</summary>
    public sealed record DataFile(string BaseName, long? Size, string? Md5);
}
