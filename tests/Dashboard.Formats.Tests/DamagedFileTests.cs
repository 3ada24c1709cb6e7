using System.Text;
using CsCheck;

namespace Dashboard.Formats.Tests;

/// <summary>Valid files with random damage. A reader may only accept rows, reject rows or refuse the whole file.</summary>
public sealed class DamagedFileTests
{
    private const string Bucket = """{"namespace":"n","name":"b","id":"ocid1.bucket.oc1.iad.a","approximateSize":1,"freeformTags":{"a":"b"}}""";

    private static readonly string[] GoodFiles =
    [
        .. TableFormat.All.Select(format => format.CsvTemplate()),
        .. TableFormat.All.Select(format => format.NdjsonTemplate()),
        "Path\tReplication\tModificationTime\tFileSize\tPermission\n/a\t1\t2017-02-13 10:39\t1\t-rw-r--r--\n",
        $"[{Bucket}, {Bucket}]",
        $$"""{"data": [{{Bucket}}], "next": null}""",
        """{"sourceBucket":"b","fileFormat":"CSV","fileSchema":"Bucket, Key, Size","creationTimestamp":"1","files":[]}""",
    ];

    private static readonly Gen<byte[]> Damaged =
        from good in Gen.OneOf(GoodFiles)
        from edits in Gen.Select(Gen.Int[0, 400], Gen.Int[0, 3], Gen.OneOf("\"", "\\", "\n", "{", "]", ",", "\0", "é", "\\ud800", "9", "-", " ")).Array[1, 6]
        from byteAt in Gen.Int[0, 4000]
        from gzip in Gen.Bool
        select Damage(good, edits, byteAt, gzip);

    [Fact]
    public void Read_DamagedFile_FailsOnlyAsDocumented() => Damaged.Sample(ReadsOrRefuses, iter: 2000);

    private static bool ReadsOrRefuses(byte[] content)
    {
        var file = Upload.Of(content, "upload.json");
        try
        {
            return ReadAll(file, FormatDetector.Detect([file], Upload.Options)) >= 0;
        }
        catch (UnreadableFileException refusal)
        {
            return refusal.Message.Length > 0;
        }
    }

    private static int ReadAll(InputFile file, FileFormat format) => format switch
    {
        FileFormat.InventoryCsv or FileFormat.InventoryNdjson => InventoryFormat.Read(file, Upload.Options, CancellationToken.None).Count(),
        FileFormat.TrafficCsv or FileFormat.TrafficNdjson => TrafficFormat.Read(file, Upload.Options, CancellationToken.None).Count(),
        FileFormat.RegisterCsv or FileFormat.RegisterNdjson => RegisterFormat.Read(file, Upload.Options, CancellationToken.None).Count(),
        FileFormat.HdfsDelimited => HdfsListing.Read(file, Upload.Options, CancellationToken.None).Count(),
        FileFormat.OracleBuckets => OracleBucketListing.Read(file, Upload.Options, CancellationToken.None).Count(),
        FileFormat.S3Inventory => S3Inventory.Open([file], Upload.Options).Read(CancellationToken.None).Count(),
        _ => throw new InvalidOperationException(format.ToString()),
    };

    private static byte[] Damage(string good, (int At, int Removed, string Added)[] edits, int byteAt, bool gzip)
    {
        foreach (var (at, removed, added) in edits)
        {
            var start = Math.Min(at, good.Length);
            good = string.Concat(good.AsSpan(0, start), added, good.AsSpan(Math.Min(good.Length, start + removed)));
        }

        var content = Encoding.UTF8.GetBytes(good);
        if (gzip) content = Upload.Gzip(content);
        if (byteAt < content.Length) content[byteAt] ^= 0x41;
        return content;
    }
}
