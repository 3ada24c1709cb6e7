using System.IO.Compression;
using System.Text;
using Dashboard.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Imports;

/// <summary>Bad files from end to end: each gets a clear answer, and the known data does not change.</summary>
public sealed class BadInputTests : IAsyncDisposable
{
    private const string Good = "oci/videos,urn:dataset:videos,Oracle,US,us-ashburn-1,replica,100,10,aa,,\n";

    private readonly ImportBench bench = new();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    public static TheoryData<string, string, string> Unreadable => new()
    {
        { "an empty file", "", "empty" },
        { "another format", "name,alpha-2\nAfghanistan,AF\n", "not in a supported format" },
        { "a missing column", "resource_id,dataset,operator,country,region,role\na,b,c,d,e,f\n", "bytes" },
        { "a repeated column", ImportBench.Header.Replace("bytes", "role", StringComparison.Ordinal), "role" },
        { "an unknown column", ImportBench.Header.Replace("records", "recordz", StringComparison.Ordinal) + Good, "recordz" },
        { "semicolons", ImportBench.Header.Replace(',', ';') + Good.Replace(',', ';'), "commas" },
    };

    public static TheoryData<string, string, string> RejectedRows => new()
    {
        { "bytes", "-5", "x,urn:dataset:videos,Company,US,virginia,backup,-5,,,,\n" },
        { "bytes", "1.5", "x,urn:dataset:videos,Company,US,virginia,backup,1.5,,,,\n" },
        { "bytes", "99999999999999999999", "x,urn:dataset:videos,Company,US,virginia,backup,99999999999999999999,,,,\n" },
        { "bytes", "2000000000000000000", "x,urn:dataset:videos,Company,US,virginia,backup,2000000000000000000,,,,\n" },
        { "country", "XX", "x,urn:dataset:videos,Company,XX,virginia,backup,1,,,,\n" },
        { "country", "SG", "x,urn:dataset:videos,Oracle,SG,us-ashburn-1,backup,1,,,,\n" },
        { "role", "mirror", "x,urn:dataset:videos,Company,US,virginia,mirror,1,,,,\n" },
        { "created_at", "2031-01-01T00:00:00Z", "x,urn:dataset:videos,Company,US,virginia,backup,1,,,,2031-01-01T00:00:00Z\n" },
        { "dataset", "videos", "x,videos,Company,US,virginia,backup,1,,,,\n" },
        { "resource_id", "oci/videos", "oci/videos,urn:dataset:videos,Company,US,virginia,backup,1,,,,\n" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task File_Unreadable_IsRefusedAndChangesNothing(string what, string content, string expected)
    {
        await bench.ImportAsync(ImportBench.Header + Good);
        var import = await bench.ImportAsync(content);

        Assert.True(import.State is ImportState.Refused, what);
        Assert.Contains(expected, import.Refusal, StringComparison.OrdinalIgnoreCase);
        await AssertUntouchedAsync();
    }

    [Fact]
    public async Task Header_WithoutRowsInAPartialImport_IsRefused()
    {
        await bench.ImportAsync(ImportBench.Header + Good);
        var import = await bench.ImportAsync(ImportBench.Header, isComplete: false);

        Assert.Equal(ImportState.Refused, import.State);
        Assert.Contains("no data rows", import.Refusal);
        await AssertUntouchedAsync();
    }

    [Theory]
    [MemberData(nameof(RejectedRows))]
    public async Task Row_Invalid_IsRejectedWithColumnAndValue_AndTheOthersAreImported(string column, string value, string row)
    {
        await bench.AllowRejectedAsync(50);
        var import = await bench.ImportAsync(ImportBench.Header + Good + row);

        Assert.Equal((ImportState.Applied, null), (import.State, import.Refusal));
        Assert.Equal((1, 1), (import.Counts.Accepted, import.Counts.Rejected));
        await using var context = bench.Database.CreateDbContext();
        var rejection = await context.ImportRejections.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("file.csv", 3, column, value), (rejection.File, rejection.Line, rejection.Column, rejection.Value));
        Assert.NotEmpty(rejection.Reason);
    }

    [Fact]
    public async Task Text_ThatIsNotUtf8_IsRefused()
    {
        await bench.ImportAsync(ImportBench.Header + Good);
        var import = await bench.ImportAsync([("a.csv", [.. Encoding.UTF8.GetBytes(ImportBench.Header), 0xFF, 0xFE, .. Encoding.UTF8.GetBytes(Good)])]);

        Assert.Equal(ImportState.Refused, import.State);
        await AssertUntouchedAsync();
    }

    [Fact]
    public async Task ByteOrderMarkAndCrlf_AreRead()
    {
        var import = await bench.ImportAsync([("a.csv", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes((ImportBench.Header + Good).Replace("\n", "\r\n", StringComparison.Ordinal))])]);

        Assert.Equal((ImportState.Applied, 1), (import.State, import.Counts.New));
    }

    [Fact]
    public async Task QuotesAndNewlinesInFields_AreRead()
    {
        var import = await bench.ImportAsync(ImportBench.Header + "\"a \"\"b\"\"\nc\",urn:dataset:videos,\"Company, Inc\",US,virginia,backup,1,,,,\n" + Good);

        Assert.Equal((ImportState.Applied, 2, 0), (import.State, import.Counts.New, import.Counts.Rejected));
        Assert.Contains(await bench.CopiesAsync(), copy => copy.ResourceId.StartsWith("a \"b\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LineOfTenMegabytes_IsRefusedAndChangesNothing()
    {
        await bench.ImportAsync(ImportBench.Header + Good);
        var import = await bench.ImportAsync(ImportBench.Header + new string('x', 10_000_000) + ",urn:dataset:videos,Company,US,virginia,backup,1,,,,\n");

        Assert.Equal(ImportState.Refused, import.State);
        await AssertUntouchedAsync();
    }

    [Fact]
    public async Task Gzip_IsRead()
    {
        var import = await bench.ImportAsync([("a.csv.gz", Gzip(Encoding.UTF8.GetBytes(ImportBench.Header + Good)))]);

        Assert.Equal((ImportState.Applied, 1), (import.State, import.Counts.New));
    }

    [Fact]
    public async Task Gzip_ThatIsCutOff_IsRefused()
    {
        await bench.ImportAsync(ImportBench.Header + Good);
        var whole = Gzip(Encoding.UTF8.GetBytes(ImportBench.Header + string.Concat(Enumerable.Range(0, 5000).Select(n => Good.Replace("videos", $"v{n}", StringComparison.Ordinal)))));
        var import = await bench.ImportAsync([("a.csv.gz", whole[..(whole.Length / 2)])]);

        Assert.Equal(ImportState.Refused, import.State);
        Assert.Contains("a.csv.gz", import.Refusal);
        await AssertUntouchedAsync();
    }

    [Fact]
    public async Task Gzip_ThatIsABomb_IsRefused()
    {
        var import = await bench.ImportAsync([("a.csv.gz", Gzip(Encoding.UTF8.GetBytes(ImportBench.Header + Good + new string('\n', 60_000_000))))]);

        Assert.Equal(ImportState.Refused, import.State);
        Assert.Contains("bomb", import.Refusal);
    }

    [Theory]
    [InlineData(false, null, "part-1.csv.gz")]
    [InlineData(true, "00000000000000000000000000000000", "MD5")]
    public async Task S3Inventory_WithAMissingOrOtherDataFile_IsRefused(bool hasData, string? md5, string expected)
    {
        await bench.ImportAsync(ImportBench.Header + Good);
        var data = Gzip("\"videos\",\"2025/a.mp4\",\"5\"\n"u8.ToArray());
        var manifest = $$"""
            {"sourceBucket":"videos","fileFormat":"CSV","fileSchema":"Bucket, Key, Size","files":[{"key":"x/data/part-1.csv.gz","size":{{data.Length}},"MD5checksum":"{{md5 ?? "00"}}"}]}
            """;
        await using var context = bench.Database.CreateDbContext();
        var place = await context.Locations.OrderBy(location => location.Id).FirstAsync(TestContext.Current.CancellationToken);
        var source = bench.Add(Source.Create("s3", "S3", SourceKind.Inventory, 24, place.Id, isComplete: true).Value);
        (string, byte[])[] files = [("manifest.json", Encoding.UTF8.GetBytes(manifest)), .. hasData ? [("part-1.csv.gz", data)] : Array.Empty<(string, byte[])>()];
        var import = await bench.ImportAsync(files, source);

        Assert.Equal(ImportState.Refused, import.State);
        Assert.Contains(expected, import.Refusal);
        await AssertUntouchedAsync();
    }

    [Fact]
    public async Task S3Inventory_WithABadRowInEachDataFile_NamesTheFiles()
    {
        await bench.ImportAsync(ImportBench.Header + Good);
        var first = Gzip("\"videos\",\"2025/a.mp4\",\"5\"\n\"videos\",\"2025/b.mp4\",\"-5\"\n"u8.ToArray());
        var second = Gzip("\"videos\",\"2025/c.mp4\",\"2000000000000000000\"\n"u8.ToArray());
        var manifest = $$"""
            {"sourceBucket":"videos","fileFormat":"CSV","fileSchema":"Bucket, Key, Size","files":[
              {"key":"x/data/part-1.csv.gz","size":{{first.Length}}},{"key":"x/data/part-2.csv.gz","size":{{second.Length}}}]}
            """;
        await using var context = bench.Database.CreateDbContext();
        var place = await context.Locations.OrderBy(location => location.Id).FirstAsync(TestContext.Current.CancellationToken);
        var source = bench.Add(Source.Create("s3", "S3", SourceKind.Inventory, 24, place.Id, isComplete: true, maxRejectedPercent: 90).Value);
        var import = await bench.ImportAsync([("manifest.json", Encoding.UTF8.GetBytes(manifest)), ("part-1.csv.gz", first), ("part-2.csv.gz", second)], source);

        Assert.Equal((ImportState.Applied, 2), (import.State, import.Counts.Rejected));
        var rejections = await context.ImportRejections.OrderBy(rejection => rejection.Id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([("part-1.csv.gz", 2L, "-5"), ("part-2.csv.gz", 1L, "2000000000000000000")], rejections.Select(rejection => (rejection.File, rejection.Line, rejection.Value)));
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(content);
        return packed.ToArray();
    }

    private async Task AssertUntouchedAsync()
    {
        var copy = Assert.Single(await bench.CopiesAsync());
        Assert.Equal(("oci/videos", Dashboard.Core.Inventory.CopyState.Present), (copy.ResourceId, copy.State));
    }
}
