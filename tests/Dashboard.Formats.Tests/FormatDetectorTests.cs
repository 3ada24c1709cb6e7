using System.Text;

namespace Dashboard.Formats.Tests;

public sealed class FormatDetectorTests
{
    [Fact]
    public void Detect_OwnTemplates_AreDetectedPlainAndCompressed()
    {
        (TableFormat Table, FileFormat Csv, FileFormat Ndjson)[] own =
        [
            (InventoryFormat.Table, FileFormat.InventoryCsv, FileFormat.InventoryNdjson),
            (TrafficFormat.Table, FileFormat.TrafficCsv, FileFormat.TrafficNdjson),
            (RegisterFormat.Table, FileFormat.RegisterCsv, FileFormat.RegisterNdjson),
        ];
        Assert.All(own, format =>
        {
            Assert.Equal(format.Csv, Detect(format.Table.CsvTemplate()));
            Assert.Equal(format.Ndjson, Detect(format.Table.NdjsonTemplate()));
            Assert.Equal(format.Csv, Detect(Upload.Of(Upload.Gzip(format.Table.CsvTemplate()))));
            Assert.Equal(format.Ndjson, Detect(Upload.Of(Upload.Gzip("\uFEFF" + format.Table.NdjsonTemplate())).Trickled(3)));
        });
    }

    [Theory]
    [InlineData("Path\tReplication\tModificationTime\tFileSize\tPermission\n", FileFormat.HdfsDelimited)]
    [InlineData("""[{"namespace":"n","name":"b","id":"ocid1.bucket.oc1.iad.a"}]""", FileFormat.OracleBuckets)]
    [InlineData("""{"data":[{"id":"ocid1.bucket.oc1.iad.a"}]}""", FileFormat.OracleBuckets)]
    [InlineData("""{"items":[]}""", FileFormat.OracleBuckets)]
    [InlineData("{\n\"sourceBucket\":\"b\",\"fileSchema\":\"Bucket, Key\"}", FileFormat.S3Inventory)]
    [InlineData("resource_id,dataset,operator,country,region,role,role\n", FileFormat.InventoryCsv)]
    [InlineData("RESOURCE_ID,Dataset,operator,country,bytes,colour\r\n", FileFormat.InventoryCsv)]
    public void Detect_ByContent_IgnoresTheName(string content, FileFormat format) => Assert.Equal(format, Detect(content));

    [Fact]
    public void Detect_ManifestAmongFiles_IsS3Inventory() =>
        Assert.Equal(FileFormat.S3Inventory, FormatDetector.Detect([Upload.Of("x", "1.csv.gz"), Upload.Of("{}", "manifest.json")], Upload.Options));

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("name,alpha-2,region\nX,Y,Z\n", "a first line that reads \"name,alpha-2,region\"")]
    [InlineData("hello", "a first line that reads \"hello\"")]
    [InlineData("{\"Version\":1}", "JSON with the properties Version")]
    [InlineData("{\"data\":{\"DBInstances\":[]}}", "JSON with the properties DBInstances")]
    [InlineData("{\"data\":[{\"id\":\"ocid1.instance.oc1.iad.a\"}]}", "JSON with the properties id")]
    [InlineData("[5]", "JSON without objects")]
    [InlineData("{nonsense", "not valid JSON")]
    [InlineData("PK\u0003\u0004xyz", "a zip archive or an Excel workbook")]
    [InlineData("PAR1xyz", "a Parquet file")]
    [InlineData("resource_id;dataset;operator;country;region;role;bytes\n", "Columns are not separated by commas.")]
    [InlineData("Path,Replication,ModificationTime,FileSize,Permission\n", "not separated by tabs")]
    [InlineData("a\0b\n", "binary data")]
    public void Detect_UnsupportedContent_SaysWhatWasFound(string content, string found) =>
        Assert.Contains(found, Assert.Throws<UnreadableFileException>(() => Detect(content)).Message, StringComparison.Ordinal);

    [Fact]
    public void Detect_UnknownText_ListsSupportedFormats() =>
        Assert.Contains("Supported formats: the dashboard's inventory", Assert.Throws<UnreadableFileException>(() => Detect("hello")).Message, StringComparison.Ordinal);

    [Fact]
    public void Detect_SeveralFilesWithoutManifest_SaysSo() =>
        Assert.Contains("There are 2 files, but no manifest.json.", Assert.Throws<UnreadableFileException>(() => FormatDetector.Detect([Upload.Of("x"), Upload.Of("y")], Upload.Options)).Message, StringComparison.Ordinal);

    [Fact]
    public void Detect_NoFile_SaysSo() => Assert.Contains("There is no file.", Assert.Throws<UnreadableFileException>(() => FormatDetector.Detect([], Upload.Options)).Message, StringComparison.Ordinal);

    [Fact]
    public void Detect_Utf16_SaysSo() =>
        Assert.Contains("UTF-16", Assert.Throws<UnreadableFileException>(() => Detect(Upload.Of([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("day")]))).Message, StringComparison.Ordinal);

    private static FileFormat Detect(string content) => Detect(Upload.Of(content, "whatever.bin"));

    private static FileFormat Detect(InputFile file) => FormatDetector.Detect([file], Upload.Options);
}
