using System.Text;

namespace Dashboard.Formats.Tests;

/// <summary>Files as people and other tools really send them. Each test's first word is the number of the case that it settles.</summary>
public sealed class CaseTests
{
    private const string Header = "resource_id,dataset,operator,country,region,role,bytes,records,fingerprint,retain_until,created_at\n";
    private const string HdfsHeader = "Path\tReplication\tModificationTime\tAccessTime\tPreferredBlockSize\tBlocksCount\tFileSize\tNSQUOTA\tDSQUOTA\tPermission\tUserName\tGroupName\n";
    private const string HdfsFile = "/d17/f0\t3\t2026-05-01 10:00\t2026-05-01 10:00\t134217728\t1\t1000\t0\t0\t-rw-r--r--\thdfs\tsupergroup\n";

    [Fact(DisplayName = "12-s3-empty-size: an object without a size is an object of unknown size")]
    public void S3EmptySize()
    {
        var rows = S3("Bucket, Key, Size", "\"b\",\"a\",\"10\"\n\"b\",\"secret/x\",\"\"\n").Rows();
        Assert.Equal([10L, null], rows.Select(row => row.Bytes));
    }

    [Fact(DisplayName = "12-s3-empty-size: HDFS, own CSV and NDJSON, too")]
    public void OtherFormatsEmptySize()
    {
        Assert.Null(Assert.Single(Hdfs(HdfsHeader + HdfsFile.Replace("\t1000\t", "\t\t", StringComparison.Ordinal)).Rows()).Bytes);
        Assert.All(Own(Header + "e/1,urn:te:x,Meridian,US,va,primary,,,,,\ne/2,urn:te:x,Meridian,US,va,primary,unknown,unknown,,,\n").Rows(), row => Assert.Null(row.Bytes));
        Assert.Null(Assert.Single(Own("{\"resource_id\":\"e/1\",\"dataset\":\"urn:te:x\",\"operator\":\"M\",\"country\":\"US\",\"region\":\"va\",\"role\":\"primary\",\"bytes\":null}\n").Rows()).Bytes);
    }

    [Fact(DisplayName = "14-s3-two-buckets-one-source: an inventory covers its bucket, and rows of another one are rejected")]
    public void S3Coverage()
    {
        var rows = S3("Bucket, Key, Size", "\"b\",\"a\",\"10\"\n\"other\",\"x\",\"1\"\n");
        Assert.Contains("the bucket of the manifest", rows.OnlyRejection().Reason, StringComparison.Ordinal);
        Assert.Equal(["bucket b"], rows.Facts.Coverage);
    }

    [Fact(DisplayName = "17-s3-other-partition: partition and region are what the manifest says")]
    public void S3Partition()
    {
        var inventory = S3Open("Bucket, Key, Size", "\"b\",\"a\",\"10\"\n", "\"destinationBucket\":\"arn:aws-cn:s3:::d\",\"sourceRegion\":\"cn-north-1\",");
        Assert.Equal(("aws-cn", "cn-north-1"), (inventory.Partition, inventory.Region));
    }

    [Theory(DisplayName = "18-s3-data-file-alone: says that manifest.json is missing")]
    [InlineData("\"al-us\",\"a\",\"1\",\"2026-05-01T10:00:00.000Z\",\"STANDARD\"\n")]
    [InlineData("7aa3e031aaaabbbbccccddddeeeeffff\n")]
    public void S3DataFileAlone(string content)
    {
        Assert.Contains("Upload manifest.json together", Refusal(Upload.Of(Upload.Gzip(content))), StringComparison.Ordinal);
        Assert.Contains("Upload manifest.json together", Refusal(Upload.Of(content)), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "23-s3-timestamps: an object whose date is not understood is still an object")]
    public void S3Timestamps()
    {
        var rows = S3("Bucket, Key, Size, LastModifiedDate", "\"b\",\"a\",\"1\",\"2026-05-01T10:00:00.123456789Z\"\n\"b\",\"c\",\"1\",\"\"\n\"b\",\"d\",\"1\",\"1777629600000\"\n");
        Assert.Equal([true, false, false], rows.Rows().Select(row => row.ModifiedAt is not null));
        Assert.Equal(1, rows.Facts.Ignored["LastModifiedDate"]);
    }

    [Fact(DisplayName = "23-s3-timestamps: the same in HDFS")]
    public void HdfsTimestamps()
    {
        var rows = Hdfs(HdfsHeader + HdfsFile.Replace("2026-05-01 10:00\t2026", "1777629600000\t2026", StringComparison.Ordinal));
        Assert.Null(Assert.Single(rows.Rows()).ModifiedAt);
        Assert.Equal(1, rows.Facts.Ignored["ModificationTime"]);
    }

    [Theory(DisplayName = "24-s3-timestamp-seconds: a manifest's time before S3 existed is refused")]
    [InlineData("\"1795520565\"")]
    [InlineData("0")]
    [InlineData("\"2026-11-28\"")]
    [InlineData("\"99999999999999999999\"")]
    public void S3TimestampSeconds(string timestamp) => Assert.Contains(
        "must be milliseconds since 1970",
        Assert.Throws<UnreadableFileException>(() => S3Open("Bucket, Key, Size", "", $"\"creationTimestamp\":{timestamp},")).Message,
        StringComparison.Ordinal);

    [Fact(DisplayName = "25-s3-object-lock: retain-until and legal hold are read")]
    public void S3ObjectLock()
    {
        const string schema = "Bucket, Key, Size, ObjectLockRetainUntilDate, ObjectLockMode, ObjectLockLegalHoldStatus";
        var rows = S3(schema, "\"b\",\"a\",\"1\",\"2031-01-01T00:00:00.000Z\",\"GOVERNANCE\",\"ON\"\n\"b\",\"c\",\"1\",\"\",\"\",\"OFF\"\n").Rows();
        Assert.Equal([(new DateOnly(2031, 1, 1), true), (null, false)], rows.Select(row => (row.RetainUntil, row.IsHeld)));
        Assert.Equal(new ResourceName("b", "a"), S3(schema, "\"b\",\"a\",\"1\",\"soon\",\"\",\"\"\n").OnlyRejection().Names);
    }

    [Theory(DisplayName = "31-hdfs-old-no-header: says that the header is missing, and which version writes none")]
    [InlineData("/data\t0\t2026-05-01 10:00\t1970-01-01 00:00\t0\t0\t0\t-1\t-1\trwxr-xr-x\thdfs\tsupergroup\n")]
    [InlineData("16385\t/data\t0\t2026-05-01 10:00\t1970-01-01 00:00\t0\t0\t0\t-1\t-1\tdrwxr-xr-x\thdfs\tsupergroup\n")]
    public void HdfsWithoutHeader(string content) => Assert.Contains("without its header line. Old versions of Hadoop (2.7", Refusal(Upload.Of(content)), StringComparison.Ordinal);

    [Theory(DisplayName = "35-hdfs-truncated: a broken last line without an end is a cut file, in every format of lines")]
    [InlineData(HdfsHeader + HdfsFile + "/d17/f1\t3\t2026-0")]
    [InlineData(Header + "e/1,urn:te:x,Meridian,US,va,primary,1,,,,\ne/2,urn:te:x,Meri")]
    [InlineData("{\"resource_id\":\"e/1\",\"dataset\":\"urn:te:x\",\"operator\":\"M\",\"country\":\"US\",\"region\":\"va\",\"role\":\"primary\",\"bytes\":1}\n{\"resource_id\":\"e/2\",\"data")]
    [InlineData("[{\"resource_id\":\"e/1\",\"dataset\":\"urn:te:x\",\"operator\":\"M\",\"country\":\"US\",\"region\":\"va\",\"role\":\"primary\",\"bytes\":1},\n{\"resource_id\":\"e/2\",\"data")]
    public void Truncated(string content) => Assert.Contains("cut off", Assert.Throws<UnreadableFileException>(() => ReadAny(content)).Message, StringComparison.Ordinal);

    [Theory(DisplayName = "35-hdfs-truncated: a last line that could be read, but has no end, is not whole either")]
    [InlineData(HdfsHeader + "/d17/f1\t3\t2026-05-01 10:00\t2026-05-01 10:00\t134217728\t1\t1000\t0\t0\t-rw-r--r--\thdfs\tsuper")]
    [InlineData(Header + "e/1,urn:te:x,Meridian,US,va,primary,1,,,,")]
    public void Unended(string content) => Assert.Contains("has no line ending", ReadAny(content).NotWhole, StringComparison.Ordinal);

    [Theory(DisplayName = "35-hdfs-truncated: a file that ends with a line ending says nothing about being cut")]
    [InlineData(HdfsHeader + HdfsFile)]
    [InlineData(Header + "e/1,urn:te:x,Meridian,US,va,primary,1,,,,\r\n   ")]
    public void Ended(string content) => Assert.Null(ReadAny(content).NotWhole);

    [Fact(DisplayName = "40-oci-bucket-list-summary: names the command that gives IDs and sizes")]
    public void OracleSummary() => Assert.Contains(
        "oci os bucket get",
        Refusal(Upload.Of("{\"data\":[{\"compartment-id\":\"c\",\"etag\":\"e\",\"name\":\"videos\",\"namespace\":\"axns\",\"time-created\":\"2024-01-01T00:00:00+00:00\"}]}")),
        StringComparison.Ordinal);

    [Theory(DisplayName = "41-oci-first-page-only: a page token shows that the listing is not whole")]
    [InlineData("{\"data\":[@],\"opc-next-page\":\"abc\"}")]
    [InlineData("{\"opc-next-page\":\"abc\",\"data\":[@]}")]
    [InlineData("{\"data\":{\"items\":[@],\"nextPageToken\":\"x\"}}")]
    [InlineData("{\"items\":[@],\"isTruncated\":true}")]
    [InlineData("{\"data\":[@]}\n{\"data\":[],\"opc-next-page\":\"abc\"}")]
    [InlineData("[{\"data\":[@],\"opc-next-page\":\"abc\"}]")]
    public void OraclePage(string shape) => Assert.Contains("one page of a longer listing", ReadAny(shape.Replace("@", Bucket("iad", 1), StringComparison.Ordinal)).NotWhole, StringComparison.Ordinal);

    [Theory(DisplayName = "41-oci-first-page-only: an empty page token is the last page")]
    [InlineData("{\"data\":[@],\"opc-next-page\":null}")]
    [InlineData("{\"data\":[@],\"opc-next-page\":\"\"}")]
    [InlineData("{\"items\":[@],\"isTruncated\":false}")]
    public void OracleLastPage(string shape) => Assert.Null(ReadAny(shape.Replace("@", Bucket("iad", 1), StringComparison.Ordinal)).NotWhole);

    [Theory(DisplayName = "42-oci-concatenated-documents: all documents are read")]
    [InlineData("{\"data\":@1,\"etag\":\"e\"}\n{\"data\":@2,\"etag\":\"e\"}\n{\"data\":@3,\"etag\":\"e\"}\n")]
    [InlineData("{\"data\":[@1]}{\"data\":[@2,@3]}")]
    [InlineData("[@1]\n[@2,@3]")]
    [InlineData("[{\"data\":@1},{\"data\":[@2]},{\"data\":{\"items\":[@3]}}]")]
    [InlineData("@1\n@2\n@3")]
    public void OracleDocuments(string shape)
    {
        var text = shape.Replace("@1", Bucket("iad", 1), StringComparison.Ordinal).Replace("@2", Bucket("phx", 2), StringComparison.Ordinal).Replace("@3", Bucket("sin", 3), StringComparison.Ordinal);
        foreach (var file in new[] { Upload.Of(text, "buckets.json"), Upload.Of(text, "buckets.json").Trickled(5) })
        {
            Assert.Equal(FileFormat.OracleBuckets, FormatDetector.Detect([file], Upload.Options));
            Assert.Equal(["iad", "phx", "sin"], OracleBucketListing.Read(file, Upload.Options, CancellationToken.None).Rows().Select(row => row.RegionKey));
        }
    }

    [Fact(DisplayName = "42-oci-concatenated-documents: something that is not JSON after the first document is refused, not dropped")]
    public void OracleGarbage() => Assert.Contains("not valid JSON", Assert.Throws<UnreadableFileException>(() => ReadAny($"{{\"data\":{Bucket("iad", 1)}}}\nServiceError: 404")).Message, StringComparison.Ordinal);

    [Fact(DisplayName = "46-oci-resource-search: is not a bucket listing, and says so")]
    public void OracleSearch() => Assert.Contains(
        "oci search resource",
        Refusal(Upload.Of("{\"data\": {\"items\": [{\"compartment-id\": \"c\", \"display-name\": \"videos\", \"identifier\": \"ocid1.bucket.oc1.iad.aaaa1\", \"resource-type\": \"Bucket\"}]}}")),
        StringComparison.Ordinal);

    [Theory(DisplayName = "48-oci-empty-output: says how to report that nothing is left")]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("\uFEFF")]
    public void Empty(string content) => Assert.Contains("[] (JSON)", Refusal(Upload.Of(content)), StringComparison.Ordinal);

    [Theory(DisplayName = "48-oci-empty-output: a file that says that nothing is left is read")]
    [InlineData("[]")]
    [InlineData("{\"data\": []}")]
    [InlineData(Header)]
    [InlineData(HdfsHeader)]
    public void SaysNothingIsLeft(string content) => Assert.Null(ReadAny(content).NotWhole);

    [Theory(DisplayName = "52-csv-sep-hint: the line that states the separator is skipped and obeyed")]
    [InlineData("sep=,\n", ',')]
    [InlineData("\uFEFFsep=,\r\n", ',')]
    [InlineData("\"sep=;\"\n", ';')]
    [InlineData("SEP=\t\n", '\t')]
    public void SeparatorHint(string line, char separator)
    {
        var file = Upload.Of(line + (Header + "e/1,urn:te:x,Meridian,US,va,primary,1,,,,\n").Replace(',', separator));
        Assert.Equal(FileFormat.InventoryCsv, FormatDetector.Detect([file], Upload.Options));
        Assert.Equal((3L, "e/1"), InventoryFormat.Read(file, Upload.Options, CancellationToken.None).Rows().Select(row => (row.Line, row.ResourceId)).Single());
    }

    [Fact(DisplayName = "52-csv-sep-hint: empty rows of delimiters below the last row are skipped")]
    public void TrailingEmptyRows() => Assert.Single(Own(Header + "e/1,urn:te:x,Meridian,US,va,primary,1,,,,\n,,,,,,,,,,\n,,,\n\n").Rows());

    [Theory(DisplayName = "62-csv-pandas-floats: .0 is whole")]
    [InlineData("1000.0", 1000)]
    [InlineData("1000.000", 1000)]
    [InlineData("0.0", 0)]
    public void PandasFloats(string text, long value)
    {
        Assert.Equal((value, 120000L), Own(Header + $"e/1,urn:te:x,Meridian,US,va,primary,{text},120000.0,,,\n").Rows().Select(row => (row.Bytes!.Value, row.Records!.Value)).Single());
        Assert.Equal(value, Assert.Single(OracleBucketListing.Read(Upload.Of(Bucket("iad", 1).Replace("\"approximateSize\":1", $"\"approximateSize\":{text}", StringComparison.Ordinal)), Upload.Options, CancellationToken.None).Rows()).Bytes);
    }

    [Theory(DisplayName = "62-csv-pandas-floats: any other fraction or exponent is not")]
    [InlineData("1000.5")]
    [InlineData("1000.")]
    [InlineData(".0")]
    [InlineData("1.0E+12")]
    [InlineData("1,000.0")]
    public void OtherFractions(string text) => Assert.Equal(new ResourceName("", "e/1"), Own(Header + $"e/1,urn:te:x,Meridian,US,va,primary,\"{text}\",,,,\n").OnlyRejection().Names);

    [Theory(DisplayName = "76-csv-ids-hidden-characters: hidden characters are made visible")]
    [InlineData("e/\u202Egpj.exe", "e/<U+202E>gpj.exe")]
    [InlineData("e/zero\u200Bwidth", "e/zero<U+200B>width")]
    [InlineData("e/line\nbreak", "e/line␊break")]
    [InlineData("e/bell\a", "e/bell␇")]
    [InlineData("e/no\u00A0break", "e/no<U+00A0>break")]
    [InlineData("e/\uFEFFbom", "e/<U+FEFF>bom")]
    [InlineData("e/😀 é", "e/😀 é")]
    public void HiddenCharacters(string id, string shown) => Assert.Equal(shown, VisibleText.Whole(id));

    [Fact(DisplayName = "76-csv-ids-hidden-characters: a long name is shown to its end")]
    public void LongHidden() => Assert.Equal(new string('x', 700) + "<U+202E>", VisibleText.Whole(new string('x', 700) + "\u202E"));

    [Theory(DisplayName = "80-json-array-of-inventory: is read")]
    [InlineData("[@,@]")]
    [InlineData("[\n @,\n @\n]\n")]
    [InlineData("{\"data\":[@,@]}")]
    [InlineData("{\"items\":[@],\"x\":1}\n{\"items\":[@]}")]
    [InlineData("@\n@\n")]
    public void JsonArray(string shape)
    {
        const string row = "{\n  \"resource_id\": \"e/j\",\n  \"dataset\": \"urn:te:x\", \"operator\": \"Meridian\", \"country\": \"US\", \"region\": \"va\", \"role\": \"primary\", \"bytes\": 1\n}";
        var file = Upload.Of(shape.Replace("@", row, StringComparison.Ordinal), "input.json");
        Assert.Equal(FileFormat.InventoryNdjson, FormatDetector.Detect([file], Upload.Options));
        Assert.Equal(2, InventoryFormat.Read(file, Upload.Options, CancellationToken.None).Rows().Count(copy => copy.Bytes == 1));
    }

    [Fact(DisplayName = "80-json-array-of-inventory: traffic and register, too, and a bad element is rejected with its line")]
    public void JsonArrayOfOthers()
    {
        Assert.Single(TrafficFormat.Read(Upload.Of("[{\"day\":\"2025-06-01\",\"service\":\"feed\",\"operator\":\"Oracle\",\"country\":\"US\",\"region\":\"x\",\"requests\":1}]"), Upload.Options, CancellationToken.None).Rows());
        Assert.Single(RegisterFormat.Read(Upload.Of("[{\"dataset\":\"urn:te:x\",\"name\":\"X\",\"system\":\"S\",\"classification\":\"Public\"}]"), Upload.Options, CancellationToken.None).Rows());
        var rejection = Own("[\n{\"resource_id\":\"e/1\"},\n5]").Where(row => !row.IsAccepted).Select(row => row.Rejection!).ToList();
        Assert.Equal([2L, 3L], rejection.Select(row => row.Line));
        Assert.Equal([new ResourceName("", "e/1"), null], rejection.Select(row => row.Names));
    }

    [Theory(DisplayName = "85-csv-double-gzip: says that it is compressed twice, or what else is inside")]
    [InlineData(1, "compressed twice")]
    [InlineData(2, "a zip archive")]
    [InlineData(3, "UTF-16")]
    public void DoubleGzip(int inside, string says)
    {
        byte[] content = inside switch { 1 => Upload.Gzip(Header), 2 => [.. "PK\u0003\u0004"u8, 1, 2, 3], _ => [0xFF, 0xFE, 65, 0] };
        Assert.Contains(says, Refusal(Upload.Of(Upload.Gzip(content))), StringComparison.Ordinal);
        Assert.Contains(says, Refusal(Upload.Of(Upload.Gzip(content)).Trickled(1)), StringComparison.Ordinal);
    }

    [Theory(DisplayName = "01-rejected-row-proves-deletion: a rejected row names its resource, or could name any")]
    [InlineData("e/1,urn:te:x,Meridian,SG,va,backup,\"1,000\",,,,\n", "e/1")]
    [InlineData("e/1,not a urn,Meridian,Singapore,va,backup,x,,,,\n", "e/1")]
    [InlineData(",urn:te:x,Meridian,SG,va,backup,1,,,,\n", null)]
    [InlineData("e/1,urn:te:x,Meridian,SG,va,backup,1,000,,,,\n", null)]
    [InlineData("\"e/1\"x,urn:te:x,Meridian,SG,va,backup,1,,,,\n", null)]
    public void RejectedRowNames(string row, string? id) =>
        Assert.Equal(id is null ? null : new ResourceName("", id), Own(Header + row).OnlyRejection().Names);

    [Fact(DisplayName = "01-rejected-row-proves-deletion: so does a rejected object, file or bucket")]
    public void RejectedObjectNames()
    {
        Assert.Equal(new ResourceName("b", "a b"), S3("Bucket, Key, Size", "\"b\",\"a+b\",\"-1\"\n").OnlyRejection().Names);
        Assert.Null(S3("Bucket, Key, Size", "\"b\",\"%ZZ\",\"1\"\n").OnlyRejection().Names);
        Assert.Equal(new ResourceName("", "/d17/f0"), Hdfs(HdfsHeader + HdfsFile.Replace("\t1000\t", "\t1,000\t", StringComparison.Ordinal)).OnlyRejection().Names);
        var buckets = OracleBucketListing.Read(Upload.Of($"[{Bucket("iad", -1)},{Bucket("iad", 1).Replace("ocid1.bucket", "ocid1.instance", StringComparison.Ordinal)}]"), Upload.Options, CancellationToken.None);
        Assert.Equal([new ResourceName("", "ocid1.bucket.oc1.iad.a-1"), null], buckets.Select(row => row.Rejection!.Names));
    }

    [Fact(DisplayName = "All faults of a row are named at once")]
    public void AllFaults()
    {
        var rejection = Own(Header + "e/1,nope,Meridian,USA,va,mirror,x,,,,\n").OnlyRejection();
        Assert.Equal("dataset", rejection.Column);
        Assert.All(["also country “USA”", "also role “mirror”", "also bytes “x”"], fault => Assert.Contains(fault, rejection.Reason, StringComparison.Ordinal));
    }

    private static string Bucket(string region, int size) =>
        $"{{\"namespace\":\"n\",\"name\":\"b\",\"id\":\"ocid1.bucket.oc1.{region}.a{size}\",\"compartmentId\":\"c\",\"approximateSize\":{size},\"approximateCount\":10}}";

    private static RowStream<CopyRow> Own(string text) => InventoryFormat.Read(Upload.Of(text), Upload.Options, CancellationToken.None);

    private static RowStream<ObjectRow> Hdfs(string text) => HdfsListing.Read(Upload.Of(text), Upload.Options, CancellationToken.None);

    private static RowStream<ObjectRow> S3(string schema, string data) => S3Open(schema, data).Read(CancellationToken.None);

    private static S3Inventory S3Open(string schema, string data, string more = "")
    {
        var content = Encoding.UTF8.GetBytes(data);
        var manifest = $$"""{"sourceBucket":"b","fileFormat":"CSV",{{more}}"fileSchema":"{{schema}}","files":[{"key":"x/1.csv","size":{{content.Length}},"MD5checksum":"{{Upload.Md5(content)}}"}]}""";
        return S3Inventory.Open([Upload.Of(manifest, "manifest.json"), Upload.Of(content, "1.csv")], Upload.Options);
    }

    private static string Refusal(InputFile file) => Assert.Throws<UnreadableFileException>(() => FormatDetector.Detect([file], Upload.Options)).Message;

    /// <summary>Detects and reads a file to its end, and returns what it says about itself.</summary>
    private static FileFacts ReadAny(string content)
    {
        var file = Upload.Of(content, "upload.txt");
        return FormatDetector.Detect([file], Upload.Options) switch
        {
            FileFormat.HdfsDelimited => Facts(HdfsListing.Read(file, Upload.Options, CancellationToken.None)),
            FileFormat.OracleBuckets => Facts(OracleBucketListing.Read(file, Upload.Options, CancellationToken.None)),
            _ => Facts(InventoryFormat.Read(file, Upload.Options, CancellationToken.None)),
        };

        static FileFacts Facts<TRow>(RowStream<TRow> rows)
            where TRow : class
        {
            _ = rows.Count();
            return rows.Facts;
        }
    }
}
