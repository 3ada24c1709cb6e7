using System.Text;
using Dashboard.Formats.Reading;

namespace Dashboard.Formats;

/// <summary>
/// An AWS S3 Inventory in CSV: a manifest and the headerless data files that it lists. Their sizes and MD5 checksums are checked against
/// the manifest. Source: Amazon S3 User Guide, "Locating your inventory list".
/// </summary>
/// <remarks>
/// Delete markers contain no data and are skipped. Noncurrent versions are rows too: they are stored, so they count.
/// </remarks>
public sealed class S3Inventory
{
    private static readonly Column Bucket = new() { Name = "Bucket", Kind = ColumnKind.Text, Meaning = "The bucket.", Example = "videos" };
    private static readonly Column Key = new() { Name = "Key", Kind = ColumnKind.Text, MaxLength = 1024, Meaning = "The object's key, URL-encoded.", Example = "2025/a+b.mp4" };
    private static readonly Column Size = new() { Name = "Size", Kind = ColumnKind.Whole, Meaning = "Size in bytes.", Example = "1" };
    private static readonly Column DeleteMarker = new() { Name = "IsDeleteMarker", Kind = ColumnKind.Text, Required = false, Meaning = "true for a delete marker.", Example = "false" };
    private static readonly Column LastModified = new() { Name = "LastModifiedDate", Kind = ColumnKind.Timestamp, Required = false, Meaning = "Time of the last write.", Example = "2025-06-01T08:30:00.000Z" };
    private static readonly Column RetainUntil = new() { Name = "ObjectLockRetainUntilDate", Kind = ColumnKind.Timestamp, Required = false, Meaning = "Until when S3 keeps the object.", Example = "2031-01-01T00:00:00.000Z" };
    private static readonly Column LegalHold = new() { Name = "ObjectLockLegalHoldStatus", Kind = ColumnKind.Text, Required = false, Meaning = "ON when S3 holds the object.", Example = "ON" };

    private static readonly TableFormat Table = new(
        "an S3 Inventory", "Every object of a bucket.", [Bucket, Key, Size, DeleteMarker, LastModified, RetainUntil, LegalHold]);

    private readonly S3Manifest _manifest;
    private readonly IReadOnlyList<InputFile> _files;
    private readonly ReaderOptions _options;

    private S3Inventory(S3Manifest manifest, IReadOnlyList<InputFile> files, ReaderOptions options)
    {
        _manifest = manifest;
        _files = files;
        _options = options;
    }

    /// <summary>The bucket that the inventory lists.</summary>
    public string SourceBucket => _manifest.SourceBucket;

    /// <summary>When S3 started to list the bucket, UTC: the time that the figures refer to. Null when the manifest does not say.</summary>
    public DateTimeOffset? AsOf => _manifest.CreatedAt;

    /// <summary>The AWS partition of the inventory's destination, which is also the bucket's: <c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c>. Null when not given.</summary>
    public string? Partition => _manifest.Partition;

    /// <summary>The bucket's region, if the manifest names it.</summary>
    public string? Region => _manifest.Region;

    /// <summary>What the inventory lists.</summary>
    public string Coverage => $"bucket {SourceBucket}";

    /// <summary>Number of data files.</summary>
    public int DataFiles => _manifest.Files.Count;

    /// <summary>Reads the manifest. Checks that the upload contains every listed file, with the right size, and nothing else.</summary>
    /// <exception cref="UnreadableFileException">The manifest cannot be read, or the upload does not match it.</exception>
    public static S3Inventory Open(IReadOnlyList<InputFile> upload, ReaderOptions options)
    {
        var manifestFile = S3Manifest.FindIn(upload) ?? throw new UnreadableFileException(
            upload.Count == 0 ? "upload" : upload[0].BaseName,
            null,
            "There is no manifest.json in the upload.",
            "Upload the inventory's manifest.json together with the data files that it lists.");
        var manifest = S3Manifest.Read(manifestFile, options);
        manifest.VerifyChecksumFile(upload);
        return new S3Inventory(manifest, manifest.Match(upload), options);
    }

    /// <summary>Reads the objects of all data files as they stream in. Each file's checksum is compared at the end of the file, so do not keep
    /// rows until the enumeration has ended.</summary>
    /// <exception cref="UnreadableFileException">Thrown during enumeration, when a data file cannot be read or its MD5 differs.</exception>
    public RowStream<ObjectRow> Read(CancellationToken cancellation)
    {
        return new(Rows);

        IEnumerable<Parsed<ObjectRow>> Rows(FileFacts facts)
        {
            facts.Covers(Coverage);
            for (var i = 0; i < _files.Count; i++)
            {
                foreach (var row in Read(_files[i], _manifest.Files[i], facts, cancellation)) yield return row;
            }

            if (_manifest.Files.All(file => file.Md5 is not null)) facts.IsWhole("its manifest lists every data file with its MD5");
        }
    }

    private IEnumerable<Parsed<ObjectRow>> Read(InputFile file, S3Manifest.DataFile expected, FileFacts facts, CancellationToken cancellation)
    {
        Md5Stream? hashed = null;
        using var records = new CsvRecords(Utf8Input.Open(file, _options, stored => hashed = new Md5Stream(stored), mayBeEmpty: true));
        var rows = new CsvRows(records, Table.Columns, _manifest.Positions(Table.Columns), _manifest.Schema.Count, isChecksummed: expected.Md5 is not null);
        foreach (var row in TableRows.Read(rows, _options, facts, Row, Names, cancellation)) yield return row;
        if (expected.Md5 is { } md5 && hashed!.Finish() is var actual && !actual.Equals(md5, StringComparison.OrdinalIgnoreCase))
        {
            throw new UnreadableFileException(
                file.BaseName, null, $"Its MD5 is {actual}, but the manifest says {md5}: it is not the file that S3 wrote.", "Download it again.");
        }
    }

    private ObjectRow? Row(RowFields fields)
    {
        if (fields.Raw(DeleteMarker).SequenceEqual("true"u8)) return null;
        var bucket = fields.Shared(Bucket);
        if (bucket.Length > 0 && bucket != SourceBucket) fields.Reject(Bucket, fields.Raw(Bucket), $"is not {SourceBucket}, the bucket of the manifest");
        return new ObjectRow(fields.File, fields.Line, bucket, fields.UrlDecoded(Key), fields.OptionalWhole(Size), fields.InformalMoment(LastModified))
        {
            RetainUntil = fields.OptionalDayOfMoment(RetainUntil),
            IsHeld = Ascii.EqualsIgnoreCase(fields.Raw(LegalHold), "ON"u8),
        };
    }

    private static ResourceName? Names(RowFields fields) =>
        fields.HasFault(Bucket) ? null : fields.Named(fields.Shared(Bucket), fields.UrlDecoded(Key), Key);
}
