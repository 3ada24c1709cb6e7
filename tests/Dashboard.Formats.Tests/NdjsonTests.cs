namespace Dashboard.Formats.Tests;

public sealed class NdjsonTests
{
    private const string Good = """{"resource_id":"r1","dataset":"urn:ds:a","operator":"Oracle","country":"us","region":"x","role":"Backup","bytes":10,"records":null}""";

    [Fact]
    public void Read_GoodLines_AreRowsWithTheirLines()
    {
        var rows = Read($"\uFEFF{Good}\r\n\r\n{Good}\n").Rows();
        Assert.Equal([1, 3], rows.Select(row => row.Line));
        Assert.Equal(new CopyRow(1, "r1", "urn:ds:a", "Oracle", "US", "x", "backup", 10, null, null, null, null), rows[0]);
    }

    [Fact]
    public void Read_Escapes_AreDecoded() =>
        Assert.Equal("é\n\"x", Read(Good.Replace("r1", "\\u00e9\\n\\\"x", StringComparison.Ordinal)).Rows()[0].ResourceId);

    [Fact]
    public void Read_NumberAsText_IsTheSame() =>
        Assert.Equal(10, Read(Good.Replace(":10", ":\"10\"", StringComparison.Ordinal)).Rows()[0].Bytes);

    [Theory]
    [InlineData(":10", ":1.5", "bytes", "1.5", "has a fraction")]
    [InlineData(":10", ":1e3", "bytes", "1e3", "scientific notation")]
    [InlineData(":10", ":-1", "bytes", "-1", "is negative")]
    [InlineData(":10", ":99999999999999999999", "bytes", "99999999999999999999", "is larger than")]
    [InlineData(":10", ":true", "bytes", "true", "is not text, a number or null")]
    [InlineData(":10", ":[1]", "bytes", "[", "is not text, a number or null")]
    [InlineData("\"role\":\"Backup\",", "", "role", "", "is empty, but required")]
    [InlineData("\"bytes\":10", "\"bytes\":10,\"bytes\":11", "bytes", "", "appears twice")]
    [InlineData("\"bytes\"", "\"colour\"", "colour", "", "is not a column of this format")]
    public void Read_BadProperty_RejectsOnlyThatLine(string old, string replacement, string column, string value, string reason)
    {
        var parsed = Read($"{Good}\n{Good.Replace(old, replacement, StringComparison.Ordinal)}\n{Good}").ToList();
        var rejection = parsed.OnlyRejection();
        Assert.Equal((2L, column, value), (rejection.Line, rejection.Column, rejection.Value));
        Assert.Contains(reason, rejection.Reason, StringComparison.Ordinal);
        Assert.Equal(3, parsed.Count);
    }

    [Theory]
    [InlineData("{\"resource_id\":", "is not valid JSON")]
    [InlineData("{\"resource_id\":\"a\" \"b\"}", "is not valid JSON")]
    [InlineData("{} {}", "is not valid JSON")]
    [InlineData("[1]", "is not a JSON object")]
    [InlineData("{\"resource_id\":\"\\ud800\"}", "half a character")]
    public void Read_BadLine_RejectsOnlyThatLine(string line, string reason)
    {
        var parsed = Read($"{Good}\n{line}\n{Good}").ToList();
        var rejection = parsed.OnlyRejection();
        Assert.Equal((2L, ""), (rejection.Line, rejection.Column));
        Assert.Contains(reason, rejection.Reason, StringComparison.Ordinal);
        Assert.Equal(2, parsed.Count(row => row.IsAccepted));
    }

    [Fact]
    public void Read_LineOfTenMegabytes_NamesTheLine()
    {
        var error = Assert.Throws<UnreadableFileException>(() => Read($"{Good}\n{{\"resource_id\":\"{new string('x', 10_000_000)}\"}}").ToList());
        Assert.Equal(2, error.Line);
    }

    private static RowStream<CopyRow> Read(string text) =>
        InventoryFormat.Read(Upload.Of(text, "upload.ndjson"), Upload.Options, CancellationToken.None);
}
