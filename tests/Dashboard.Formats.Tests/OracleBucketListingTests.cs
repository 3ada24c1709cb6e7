namespace Dashboard.Formats.Tests;

public sealed class OracleBucketListingTests
{
    private const string Camel = """
        {"namespace":"ns","name":"videos","id":"ocid1.bucket.oc1.iad.aaaa","timeCreated":"2023-02-03T19:14:24.317Z","storageTier":"Archive",
         "freeformTags":{"dataset":"urn:ds:a","items":"x"},"approximateCount":3,"approximateSize":70,"autoTiering":null}
        """;

    private const string Kebab = """
        {"namespace":"ns","name":"videos","id":"ocid1.bucket.oc1.iad.aaaa","time-created":"2023-02-03T19:14:24.317000+00:00","storage-tier":"Archive",
         "freeform-tags":{"dataset":"urn:ds:a","items":"x"},"approximate-count":3,"approximate-size":70}
        """;

    [Theory]
    [InlineData("[", Camel, "]")]
    [InlineData("", Camel, "")]
    [InlineData("{\"items\":[", Camel, "]}")]
    [InlineData("{\"data\":[", Kebab, "],\"opc-next-page\":null}")]
    [InlineData("{\"etag\":\"x\",\"data\":", Kebab, ",\"opc\":[1]}")]
    [InlineData("{\"opc\":{\"data\":1},\"data\":{\"prefixes\":[],\"items\":[", Kebab, "]}}")]
    public void Read_EveryShape_GivesTheBucket(string before, string bucket, string after)
    {
        var row = Assert.Single(Read(before + bucket + after).Rows());
        Assert.Equal((1, "ocid1.bucket.oc1.iad.aaaa", "videos", "ns", "iad"), (row.Position, row.Ocid, row.Name, row.Namespace, row.RegionKey));
        Assert.Equal((70L, 3L, "Archive"), (row.Bytes, row.Objects, row.StorageTier));
        Assert.Equal(new DateTimeOffset(2023, 2, 3, 19, 14, 24, 317, TimeSpan.Zero), row.CreatedAt);
        Assert.Equal("urn:ds:a", row.FreeformTags["dataset"]);
    }

    [Fact]
    public void Read_NullSize_IsNotZero() =>
        Assert.Null(Read("[" + Camel.Replace(":70", ":null", StringComparison.Ordinal) + "]").Rows()[0].Bytes);

    [Fact]
    public void Read_ManyBucketsInSmallPieces_StreamsThemAll()
    {
        var file = Upload.Of("[" + string.Join(",\n", Enumerable.Repeat(Camel, 2000)) + "]", "buckets.json").Trickled(777);
        var options = Upload.Options with { MaxLineBytes = 4096 };
        Assert.Equal(Enumerable.Range(1, 2000).Select(i => (long)i), OracleBucketListing.Read(file, options, CancellationToken.None).Rows().Select(row => row.Position));
    }

    [Theory]
    [InlineData("ocid1.bucket.oc1.iad.aaaa", "ocid1.instance.oc1.iad.aaaa", "id", "is not a bucket's OCID")]
    [InlineData("ocid1.bucket.oc1.iad.aaaa", "ocid1.bucket.oc1..aaaa", "id", "is not a bucket's OCID")]
    [InlineData("\"videos\"", "null", "name", "is empty, but required")]
    [InlineData(":70", ":-70", "approximateSize", "is negative")]
    [InlineData(":70", ":7.5", "approximateSize", "has a fraction")]
    [InlineData(":70", ":1e999", "approximateSize", "scientific")]
    [InlineData(":70", ":99999999999999999999", "approximateSize", "is larger than")]
    public void Read_BadProperty_RejectsOnlyThatBucket(string old, string replacement, string column, string reason)
    {
        var parsed = Read($"[{Camel},{Camel.Replace(old, replacement, StringComparison.Ordinal)},{Camel}]").ToList();
        var rejection = parsed.OnlyRejection();
        Assert.Equal((2L, column), (rejection.Line, rejection.Column));
        Assert.Contains(reason, rejection.Reason, StringComparison.Ordinal);
        Assert.Equal(3, parsed.Count);
    }

    [Fact]
    public void Read_ElementThatIsNoObject_IsRejected() => Assert.Equal("is not a JSON object", Read($"[{Camel}, 5]").OnlyRejection().Reason);

    [Fact]
    public void Read_HalfACharacter_IsRejected() =>
        Assert.Contains("half a character", Read("[" + Camel.Replace("videos", "\\ud800", StringComparison.Ordinal) + "]").OnlyRejection().Reason, StringComparison.Ordinal);

    [Fact]
    public void Read_CutOffListing_NamesTheLine()
    {
        var error = Assert.Throws<UnreadableFileException>(() => Read($"[{Camel},\n{Camel[..40]}").Count());
        Assert.Equal(3, error.Line);
        Assert.Contains("not valid JSON, or was cut off", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ElementOverTheLimit_IsRefused() =>
        Assert.Contains("longer than", Assert.Throws<UnreadableFileException>(() => Read($"[{Camel.Replace("videos", new string('x', 2_000_000), StringComparison.Ordinal)}]").Count()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2033-02-03T19:14:24.317Z")]
    [InlineData("Friday")]
    [InlineData("1777629600000")]
    public void Read_TimeThatIsNotUnderstood_IsABucketAllTheSame(string time)
    {
        var rows = Read("[" + Camel.Replace("2023-02-03T19:14:24.317Z", time, StringComparison.Ordinal) + "]");
        Assert.Null(Assert.Single(rows.Rows()).CreatedAt);
        Assert.Equal(1, rows.Facts.Ignored["timeCreated"]);
    }

    private static RowStream<BucketRow> Read(string text) =>
        OracleBucketListing.Read(Upload.Of(text, "buckets.json"), Upload.Options, CancellationToken.None);
}
