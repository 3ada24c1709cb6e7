using System.Text;

namespace Dashboard.Formats.Tests;

public sealed class InventoryFormatTests
{
    private const string Header = "resource_id,dataset,operator,country,region,role,bytes,records,fingerprint,retain_until,created_at\n";
    private const string Good = "r1,urn:ds:a,Oracle,US,us-ashburn-1,primary,10,3,abc,2030-01-31,2025-06-01T08:30:00+02:00\n";

    private static readonly CopyRow GoodRow = new(
        2, "r1", "urn:ds:a", "Oracle", "US", "us-ashburn-1", "primary", 10, 3, "abc", new DateOnly(2030, 1, 31), new DateTimeOffset(2025, 6, 1, 6, 30, 0, TimeSpan.Zero));

    [Fact]
    public void Read_FullRow_GivesEveryColumn() => Assert.Equal([GoodRow], Read(Header + Good).Rows());

    [Fact]
    public void Read_CreatedAt_IsInUtc() => Assert.Equal(TimeSpan.Zero, Read(Header + Good).Rows()[0].CreatedAt!.Value.Offset);

    [Fact]
    public void Read_OptionalCellsEmpty_AreNull() =>
        Assert.Equal([GoodRow with { Records = null, Fingerprint = null, RetainUntil = null, CreatedAt = null }],
            Read(Header + "r1,urn:ds:a,Oracle,US,us-ashburn-1,primary,10,,,,\n").Rows());

    [Fact]
    public void Read_OptionalColumnsMissingOtherOrderOtherCase_IsRead() =>
        Assert.Equal([GoodRow with { Records = null, Fingerprint = null, RetainUntil = null, CreatedAt = null }],
            Read("BYTES,Role,REGION,country,Operator,Dataset,Resource_Id\n10,PRIMARY,us-ashburn-1,us,Oracle,URN:DS:a,r1\n").Rows());

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\uFEFF")]
    [InlineData("\r\n", "\uFEFF")]
    public void Read_AnyLineEndAndBom_IsTheSame(string lineEnd, string bom) =>
        Assert.Equal([GoodRow], Read(bom + (Header + Good).Replace("\n", lineEnd, StringComparison.Ordinal)).Rows());

    [Fact]
    public void Read_WithoutLastLineEnd_KeepsTheLastRow() => Assert.Equal([GoodRow], Read(Header + Good.TrimEnd()).Rows());

    [Fact]
    public void Read_Gzip_IsExpanded() => Assert.Equal([GoodRow], Read(Upload.Gzip(Header + Good)).Rows());

    [Fact]
    public void Read_HeaderOnly_HasNoRows() => Assert.Empty(Read(Header));

    [Fact]
    public void Read_UnknownPlace_IsTheWordUnknown()
    {
        var row = Assert.Single(Read(Header + "r1,urn:ds:a,Unknown,UNKNOWN,unknown,backup,1,,,,\n").Rows());
        Assert.Equal(("unknown", "unknown", "unknown"), (row.Operator, row.Country, row.Region));
    }

    [Fact]
    public void Read_QuotesCommasAndLineBreaksInFields_AreKept() =>
        Assert.Equal("a \"b\", c\r\nd", Read(Header + Good.Replace("r1", "\"a \"\"b\"\", c\r\nd\"", StringComparison.Ordinal)).Rows()[0].ResourceId);

    [Fact]
    public void Read_LineBreaksInFieldsAndBlankLines_KeepPhysicalLineNumbers()
    {
        var rows = Read(Header + "\n\"a\nb\nc\",urn:ds:a,O,US,x,primary,1,,,,\r\n\r\nr2,urn:ds:a,O,US,x,primary,-1,,,,\n").ToList();
        Assert.Equal(3, rows[0].Row!.Line);
        Assert.Equal(7, rows[1].Rejection!.Line);
    }

    [Theory]
    [InlineData("bytes", "-1", "is negative")]
    [InlineData("bytes", "1.5", "has a fraction")]
    [InlineData("bytes", "1e3", "scientific notation")]
    [InlineData("bytes", "9223372036854775808", "is larger than 9,223,372,036,854,775,807")]
    [InlineData("bytes", "1,024", "thousands separators")]
    [InlineData("bytes", "1 024", "thousands separators")]
    [InlineData("bytes", "1'024", "thousands separators")]
    [InlineData("bytes", "ten", "is not a whole number")]
    [InlineData("bytes", "0x10", "is not a whole number")]
    [InlineData("bytes", "+5", "plus sign")]
    [InlineData("records", "-3", "is negative")]
    [InlineData("country", "USA", "is not a country")]
    [InlineData("country", "U1", "is not a country")]
    [InlineData("country", "", "is empty, but required")]
    [InlineData("region", "", "is empty, but required")]
    [InlineData("operator", " ", "is empty, but required")]
    [InlineData("role", "mirror", "is not one of primary, replica, backup, archive, cache, export")]
    [InlineData("dataset", "videos", "is not a URN")]
    [InlineData("dataset", "urn:ds:", "is not a URN")]
    [InlineData("dataset", "urn:ds:a b", "is not a URN")]
    [InlineData("resource_id", "", "is empty, but required")]
    [InlineData("retain_until", "31.01.2030", "is not a date")]
    [InlineData("retain_until", "2030-02-30", "is not a date")]
    [InlineData("created_at", "2026-03-01T12:06:00Z", "is in the future")]
    [InlineData("created_at", "2025-06-01T08:30:00", "is not a time")]
    [InlineData("created_at", "2025-06-01T25:30:00Z", "is not a time")]
    public void Read_BadCell_RejectsOnlyThatRowAndSaysWhy(string column, string value, string reason)
    {
        var names = Header.TrimEnd().Split(',');
        var cells = Good.TrimEnd().Split(',');
        cells[Array.IndexOf(names, column)] = $"\"{value}\"";
        var parsed = Read($"{Header}{Good}{string.Join(',', cells)}\n{Good}").ToList();

        Assert.Equal([true, false, true], parsed.Select(row => row.IsAccepted));
        var rejection = parsed.OnlyRejection();
        Assert.Equal(("upload.csv", 3L, column, value.Trim()), (rejection.File, rejection.Line, rejection.Column, rejection.Value));
        Assert.Contains(reason, rejection.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-01T12:04:59Z")]
    [InlineData("2025-06-01t08:30:00.1234567Z")]
    [InlineData("2025-06-01 08:30:00-11:00")]
    public void Read_OtherGoodTimestamp_IsAccepted(string value) =>
        Assert.NotNull(Read(Header + Good.Replace("2025-06-01T08:30:00+02:00", value, StringComparison.Ordinal)).Rows()[0].CreatedAt);

    [Fact]
    public void Read_LargestSize_IsAccepted() =>
        Assert.Equal(long.MaxValue, Read(Header + Good.Replace(",10,", ",9223372036854775807,", StringComparison.Ordinal)).Rows()[0].Bytes);

    [Theory]
    [InlineData("r1,urn:ds:a,Oracle,US,us-ashburn-1,primary,10\n", "has 7 fields, but 11 are expected")]
    [InlineData("r1,urn:ds:a,Oracle,US,x,primary,10,,,,,\n", "has 12 fields, but 11 are expected")]
    [InlineData("\"r1\"x,urn:ds:a,Oracle,US,x,primary,10,,,,\n", "has text after a closing quote")]
    public void Read_MalformedRow_RejectsOnlyThatRow(string line, string reason)
    {
        var parsed = Read(Header + line + Good).ToList();
        var rejection = parsed.OnlyRejection();
        Assert.Equal(2, rejection.Line);
        Assert.Equal(reason, rejection.Reason);
        Assert.Equal(line.TrimEnd(), rejection.Value);
        Assert.Equal(3, parsed[1].Row!.Line);
    }

    [Fact]
    public void Read_LongText_IsRejectedWithAShortenedValue()
    {
        var rejection = Read(Header + Good.Replace("r1", new string('x', 513), StringComparison.Ordinal)).OnlyRejection();
        Assert.Equal("is longer than 512 characters", rejection.Reason);
        Assert.Equal(200, rejection.Value.Length);
        Assert.EndsWith("…", rejection.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ControlAndDirectionCharactersInARejectedValue_AreVisible()
    {
        var rejection = Read(Header + Good.Replace(",US,", ",\"U\tS\u202E\u001B\",", StringComparison.Ordinal)).OnlyRejection();
        Assert.Equal("U␉S<U+202E>␛", rejection.Value);
    }

    [Theory]
    [InlineData("resource_id,dataset,operator,country,region,bytes", "column role is missing")]
    [InlineData("resource_id,dataset,operator,country,region,role,role,bytes", "column role appears 2 times")]
    [InlineData("resource_id,dataset,operator,country,region,role,bytes,colour", "column colour is not known")]
    [InlineData("resource_id,dataset,operator,country,region,role,bytes,", "a column has no name")]
    public void Read_WrongHeader_NamesTheColumnAndListsTheExpectedColumns(string header, string problem)
    {
        var error = Unreadable(header + "\n" + Good);
        Assert.Equal(1, error.Line);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Contains("Required columns: resource_id, dataset, operator, country, region, role, bytes. Optional columns: records", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CrOnlyLineEnds_SaysSo() =>
        Assert.Contains("single CR", Unreadable((Header + Good).Replace('\n', '\r')).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void Read_EmptyFile_SaysSo(string content) => Assert.Equal("The file is empty.", Unreadable(content).Problem);

    [Fact]
    public void Read_BlankLinesOnly_SaysSo() => Assert.Contains("The file is empty", Unreadable("\n\r\n").Message, StringComparison.Ordinal);

    [Fact]
    public void Read_UnclosedQuote_NamesTheLineWhereItOpens()
    {
        var error = Unreadable(Header + Good + "\"a\nb\",\"urn:ds:a,Oracle\nx\ny\n");
        Assert.Equal(4, error.Line);
        Assert.Contains("A quote opens on this line and is never closed.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LineOfTenMegabytes_NamesTheLine()
    {
        var error = Unreadable(Header + Good + new string('x', 10_000_000) + "\n" + Good);
        Assert.Equal(3, error.Line);
        Assert.Contains("longer than 1,048,576 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_InvalidUtf8_NamesLineAndByteOffset()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes(Header + Good + "caf"), 0xE9, .. ",urn\n"u8];
        var error = Assert.Throws<UnreadableFileException>(() => Read(content).ToList());
        Assert.Equal(3, error.Line);
        Assert.Contains($"byte 0xE9 at byte offset {Header.Length + Good.Length + 3}", error.Message, StringComparison.Ordinal);
        Assert.Contains("UTF-8", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CharacterCutOffAtTheEnd_IsInvalidUtf8()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes(Header + Good), 0xE2, 0x82];
        Assert.Equal(3, Assert.Throws<UnreadableFileException>(() => Read(content).ToList()).Line);
    }

    [Fact]
    public void Read_Utf16_SaysSo()
    {
        byte[] content = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Header)];
        Assert.Contains("UTF-16", Assert.Throws<UnreadableFileException>(() => Read(content).ToList()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Cancelled_Stops()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.Throws<OperationCanceledException>(() => InventoryFormat.Read(Upload.Of(Header + Good), Upload.Options, cancel.Token).ToList());
    }

    [Fact]
    public void Read_StoppedEarlyOrAtTheEnd_DisposesTheStream()
    {
        var streams = new List<MemoryStream>();
        var file = Upload.Of(Header + Good + Good) with
        {
            Open = () =>
            {
                streams.Add(new MemoryStream(Encoding.UTF8.GetBytes(Header + Good + Good)));
                return streams[^1];
            },
        };
        Assert.True(InventoryFormat.Read(file, Upload.Options, CancellationToken.None).First().IsAccepted);
        Assert.Equal(2, InventoryFormat.Read(file, Upload.Options, CancellationToken.None).Count());
        Assert.All(streams, stream => Assert.False(stream.CanRead));
        Assert.Equal(2, streams.Count);
    }

    [Fact]
    public void Read_RepeatedText_IsPooled()
    {
        var rows = Read(Header + Good + Good).Rows();
        Assert.Same(rows[0].Dataset, rows[1].Dataset);
        Assert.Same(rows[0].Operator, rows[1].Operator);
    }

    private static RowStream<CopyRow> Read(string text) => InventoryFormat.Read(Upload.Of(text), Upload.Options, CancellationToken.None);

    private static RowStream<CopyRow> Read(byte[] content) => InventoryFormat.Read(Upload.Of(content), Upload.Options, CancellationToken.None);

    private static UnreadableFileException Unreadable(string text) => Assert.Throws<UnreadableFileException>(() => Read(text).ToList());
}
