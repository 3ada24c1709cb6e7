namespace Dashboard.Formats.Tests;

/// <summary>Files written by other tools. They are not in the repository; the variable DASHBOARD_SAMPLES names their folder.</summary>
public sealed class SampleFilesTests
{
    [Fact]
    public void HdfsListing_OfARealCluster_IsRead()
    {
        var file = Sample("hdfs-oiv-delimited.tsv");
        Assert.Equal(FileFormat.HdfsDelimited, FormatDetector.Detect([file], Upload.Options));
        var rows = HdfsListing.Read(file, Upload.Options, CancellationToken.None).Rows();
        Assert.Equal(["/dir0/file0", "/dir0/file1", "/dir0/file2"], rows.Select(row => row.Path));
        Assert.All(rows, row => Assert.Equal(1, row.Bytes));
    }

    [Fact]
    public void OracleBuckets_Recorded_AreRead()
    {
        var file = Sample("oci-object-storage-buckets.json");
        Assert.Equal(FileFormat.OracleBuckets, FormatDetector.Detect([file], Upload.Options));
        var rows = OracleBucketListing.Read(file, Upload.Options, CancellationToken.None).Rows();
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal(("iad", null, "Standard"), (row.RegionKey, row.Bytes, row.StorageTier)));
    }

    [Fact]
    public void S3Manifest_WithoutItsDataFile_NamesIt()
    {
        var file = Sample("s3-inventory-manifest.json");
        Assert.Equal(FileFormat.S3Inventory, FormatDetector.Detect([file], Upload.Options));
        Assert.Contains("939c6d46-85a9-4ba8-87bd-9db705a579ce.csv.gz", Assert.Throws<UnreadableFileException>(() => S3Inventory.Open([file], Upload.Options)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iso3166.csv")]
    [InlineData("oci-regions.csv")]
    [InlineData("rds-describe-db-instances.json")]
    [InlineData("cloudtrail-s3-copyobject.json")]
    [InlineData("datahub-bootstrap_mce.json")]
    public void FilesInOtherFormats_AreNotDetected(string name)
    {
        var file = Sample(name);
        Assert.Throws<UnreadableFileException>(() => FormatDetector.Detect([file], Upload.Options));
    }

    private static InputFile Sample(string name)
    {
        var folder = Environment.GetEnvironmentVariable("DASHBOARD_SAMPLES");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "DASHBOARD_SAMPLES does not name a folder of sample files.");
        var path = Path.Combine(folder!, name);
        Assert.SkipUnless(File.Exists(path), $"{name} is not in DASHBOARD_SAMPLES.");
        return new InputFile(name, new FileInfo(path).Length, () => File.OpenRead(path));
    }
}
