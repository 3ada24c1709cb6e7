namespace Dashboard.Formats.Tests;

public sealed class HdfsListingTests
{
    private const string Header = "Path\tReplication\tModificationTime\tAccessTime\tPreferredBlockSize\tBlocksCount\tFileSize\tNSQUOTA\tDSQUOTA\tPermission\tUserName\tGroupName";
    private const string Directory = "/dir\t0\t2017-02-13 10:39\t1970-01-01 08:00\t0\t0\t0\t-1\t-1\tdrwxr-xr-x\troot\tsupergroup";
    private const string File = "/dir/a \"b\"\t3\t2017-02-13 10:39\t2017-02-13 10:39\t134217728\t1\t70\t0\t0\t-rw-r--r--\troot\tsupergroup";

    private static readonly ObjectRow FileRow = new("fsimage.tsv", 3, "", "/dir/a \"b\"", 70, new DateTimeOffset(2017, 2, 13, 10, 39, 0, TimeSpan.Zero));

    [Fact]
    public void Read_FilesAndDirectories_GivesFilesWithTheirLogicalSize() => Assert.Equal([FileRow], Read($"{Header}\n{Directory}\n{File}\n").Rows());

    [Fact]
    public void Read_ColumnsOfNewerVersions_AreIgnored() =>
        Assert.Equal([FileRow with { Line = 2 }], Read($"INodeId\t{Header}\tErasureCodingPolicy\n16386\t{File}\tReplicated\n").Rows());

    [Fact]
    public void Read_QuoteAtTheStartOfAPath_IsPartOfIt() =>
        Assert.Equal("\"x", Read($"{Header}\n{File.Replace("/dir/a \"b\"", "\"x", StringComparison.Ordinal)}\n").Rows()[0].Path);

    [Theory]
    [InlineData("\t70\t", "\t-70\t", "FileSize", "is negative")]
    [InlineData("/dir/a \"b\"", "", "Path", "is empty, but required")]
    [InlineData("\troot", "\troot\troot", "", "has 13 fields, but 12 are expected")]
    public void Read_BadCell_SaysWhy(string old, string replacement, string column, string reason)
    {
        var rejection = Read($"{Header}\n{File.Replace(old, replacement, StringComparison.Ordinal)}\n").OnlyRejection();
        Assert.Equal((2L, column), (rejection.Line, rejection.Column));
        Assert.Contains(reason, rejection.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HeaderWithoutSize_NamesIt() =>
        Assert.Contains("column FileSize is missing", Assert.Throws<UnreadableFileException>(() => Read(Header.Replace("\tFileSize", "", StringComparison.Ordinal) + "\n").Count()).Message, StringComparison.Ordinal);

    private static RowStream<ObjectRow> Read(string text) => HdfsListing.Read(Upload.Of(text, "fsimage.tsv"), Upload.Options, CancellationToken.None);
}
