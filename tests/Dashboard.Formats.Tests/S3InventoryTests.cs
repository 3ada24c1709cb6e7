using System.Text;
using System.Text.Json;

namespace Dashboard.Formats.Tests;

public sealed class S3InventoryTests
{
    private const string Schema = "Bucket, Key, VersionId, IsLatest, IsDeleteMarker, Size, LastModifiedDate, ETag";
    private const string FolderKey = "Inventory/videos/2025-06-01T01-00Z/data/";

    private static readonly byte[] First = Upload.Gzip(
        """
        "videos","2025/a+b%2Bc%C3%A9.mp4","v2","true","false","100","2025-06-01T08:30:00.000Z","e1"
        "videos","2025/a+b%2Bc%C3%A9.mp4","v1","false","false","90","2025-05-01T08:30:00.000Z","e0"
        "videos","gone","v3","true","true","","2025-06-01T08:30:00.000Z",""

        """);

    private static readonly byte[] Second = Upload.Gzip("\"videos\",\"z\",\"\",\"true\",\"false\",\"7\",\"\",\"e2\"\r\n");

    [Fact]
    public void Read_AllDataFiles_GivesEveryVersionButNoDeleteMarkers()
    {
        var inventory = Open(Manifest(), ("1.csv.gz", First), ("2.csv.gz", Second));
        Assert.Equal(
            [
                new ObjectRow("1.csv.gz", 1, "videos", "2025/a b+cé.mp4", 100, new DateTimeOffset(2025, 6, 1, 8, 30, 0, TimeSpan.Zero)),
                new ObjectRow("1.csv.gz", 2, "videos", "2025/a b+cé.mp4", 90, new DateTimeOffset(2025, 5, 1, 8, 30, 0, TimeSpan.Zero)),
                new ObjectRow("2.csv.gz", 1, "videos", "z", 7, null),
            ],
            inventory.Read(CancellationToken.None).Rows());
    }

    [Fact]
    public void Open_Manifest_GivesBucketAndTime()
    {
        var inventory = Open(Manifest(), (FolderKey + "1.csv.gz", First), (@"C:\down\2.csv.gz", Second));
        Assert.Equal(("videos", DateTimeOffset.FromUnixTimeMilliseconds(1514944800000), 2), (inventory.SourceBucket, inventory.AsOf, inventory.DataFiles));
    }

    [Fact]
    public void Read_BadRow_NamesItsFile()
    {
        var data = Encoding.UTF8.GetBytes("\"videos\",\"a%ZZ\",\"\",\"\",\"\",\"1\",\"\",\"\"\n\"videos\",\"b\",\"\",\"\",\"\",\"-1\",\"\",\"\"\n\"videos\",\"%FF\",\"\",\"\",\"\",\"1\",\"\",\"\"\n");
        var parsed = Open(Manifest(("1.csv", data)), ("1.csv", data)).Read(CancellationToken.None).ToList();
        Assert.Equal(
            [
                new("1.csv", 1, "Key", "a%ZZ", "is not URL-encoded: % must be followed by two hexadecimal digits"),
                new("1.csv", 2, "Size", "-1", "is negative") { Names = new("videos", "b") },
                new("1.csv", 3, "Key", "%FF", "is not UTF-8 after URL decoding"),
            ],
            parsed.Select(row => row.Rejection!));
    }

    [Fact]
    public void Open_DataFileMissing_NamesIt() => Refused("It lists the data file 2.csv.gz, which is not among the uploaded files.", Manifest(), ("1.csv.gz", First));

    [Fact]
    public void Open_StrayFile_NamesIt() => Refused("3.csv.gz: It is not listed in manifest.json.", Manifest(), ("1.csv.gz", First), ("2.csv.gz", Second), ("3.csv.gz", Second));

    [Fact]
    public void Open_DataFileTwice_NamesIt() => Refused("1.csv.gz: It was uploaded 2 times.", Manifest(), ("1.csv.gz", First), ("x/1.csv.gz", First), ("2.csv.gz", Second));

    [Fact]
    public void Open_OtherSize_SaysBoth() => Refused($"It has {First.Length - 1:N0} bytes, but the manifest says {First.Length:N0}", Manifest(), ("1.csv.gz", First[..^1]), ("2.csv.gz", Second));

    [Fact]
    public void Read_OtherMd5_IsRefused()
    {
        var other = Encoding.UTF8.GetBytes("\"videos\",\"b\",\"\",\"\",\"\",\"1\",\"\",\"\"\n");
        byte[] changed = [.. other];
        changed[10] = (byte)'c';
        var error = Assert.Throws<UnreadableFileException>(() => Open(Manifest(("1.csv", other)), ("1.csv", changed)).Read(CancellationToken.None).Count());
        Assert.Equal("1.csv", error.File);
        Assert.Contains($"Its MD5 is {Upload.Md5(changed)}, but the manifest says {Upload.Md5(other)}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_ChecksumFile_IsCompared()
    {
        var manifest = Manifest();
        var right = Encoding.ASCII.GetBytes(Upload.Md5(Encoding.UTF8.GetBytes(manifest)) + "\n");
        Assert.Equal(2, Open(manifest, ("1.csv.gz", First), ("2.csv.gz", Second), ("manifest.checksum", right)).DataFiles);
        Refused("but manifest.checksum says 0000", manifest, ("1.csv.gz", First), ("2.csv.gz", Second), ("manifest.checksum", "0000"u8.ToArray()));
    }

    [Theory]
    [InlineData("\"CSV\"", "\"ORC\"", "The inventory is in ORC, which is not supported yet. Set the inventory's output format to CSV")]
    [InlineData("\"CSV\"", "\"Parquet\"", "The inventory is in Parquet")]
    [InlineData("fileSchema", "schema", "It has no fileSchema.")]
    [InlineData("\"files\"", "\"file\"", "It has no list of files.")]
    [InlineData("]", "", "The manifest is not valid JSON")]
    public void Open_UnusableManifest_SaysWhy(string old, string replacement, string message) =>
        Refused(message, Manifest().Replace(old, replacement, StringComparison.Ordinal), ("1.csv.gz", First), ("2.csv.gz", Second));

    [Fact]
    public void Open_SchemaWithoutSize_NamesTheField() =>
        Refused("Its fileSchema lacks Size", Manifest().Replace(" Size,", "", StringComparison.Ordinal), ("1.csv.gz", First), ("2.csv.gz", Second));

    [Fact]
    public void Open_NoManifest_SaysSo() =>
        Assert.Contains("no manifest.json", Assert.Throws<UnreadableFileException>(() => S3Inventory.Open([Upload.Of(First, "1.csv.gz")], Upload.Options)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_EmptyDataFile_HasNoRows() =>
        Assert.Empty(Open(Manifest(("1.csv.gz", Upload.Gzip(""))), ("1.csv.gz", Upload.Gzip(""))).Read(CancellationToken.None));

    private static string Manifest() => Manifest(("1.csv.gz", First), ("2.csv.gz", Second));

    private static string Manifest(params (string Name, byte[] Content)[] files) => JsonSerializer.Serialize(new
    {
        sourceBucket = "videos",
        destinationBucket = "arn:aws:s3:::inventory",
        version = "2016-11-30",
        creationTimestamp = "1514944800000",
        fileFormat = "CSV",
        fileSchema = Schema,
        files = files.Select(file => new { key = FolderKey + file.Name, size = file.Content.Length, MD5checksum = Upload.Md5(file.Content) }),
    });

    private static S3Inventory Open(string manifest, params (string Name, byte[] Content)[] files) =>
        S3Inventory.Open([.. files.Select(file => Upload.Of(file.Content, file.Name)), Upload.Of(manifest, "manifest.json")], Upload.Options);

    private static void Refused(string message, string manifest, params (string Name, byte[] Content)[] files) =>
        Assert.Contains(message, Assert.Throws<UnreadableFileException>(() => Open(manifest, files).Read(CancellationToken.None).Count()).Message, StringComparison.Ordinal);
}
