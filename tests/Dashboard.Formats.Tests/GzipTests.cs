using System.Text;
using CsCheck;

namespace Dashboard.Formats.Tests;

public sealed class GzipTests
{
    private const string Header = "day,service,operator,country,region,requests\n";

    private static readonly string Lines = Header + string.Concat(
        Enumerable.Range(0, 3000).Select(i => $"2026-02-01,service{i * 7919 % 3001},Oracle,US,us-ashburn-1,{i * 104729}\n"));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(500)]
    [InlineData(9000)]
    public void Read_CutOffGzip_IsRefusedNotShortened(int missing)
    {
        var whole = Upload.Gzip(Lines);
        Assert.Contains("cut off", Unreadable(whole[..^missing]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_GzipCutOffAnywhere_IsRefused()
    {
        var whole = Upload.Gzip(Lines);
        Gen.Int[3, whole.Length - 1].Sample(length => Unreadable(whole[..length]).File == "upload.csv.gz", iter: 200);
    }

    [Fact]
    public void Read_GzipWithOneByteChanged_IsRefused()
    {
        var whole = Upload.Gzip(Lines);
        whole[whole.Length / 2] ^= 0x55;
        Assert.Contains("damaged", Unreadable(whole).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(int.MaxValue)]
    public void Read_SeveralGzipMembersInSmallPieces_AreOneFile(int most)
    {
        byte[] content = [.. Upload.Gzip(Lines), .. Upload.Gzip("2026-02-01,last,Oracle,US,x,1\n")];
        var rows = TrafficFormat.Read(Upload.Of(content).Trickled(most), Upload.Options, CancellationToken.None).Rows();
        Assert.Equal(3001, rows.Count);
        Assert.Equal("last", rows[^1].Service);
        Assert.Equal(3002, rows[^1].Line);
    }

    [Fact]
    public void Read_Bomb_IsRefusedByItsRatio()
    {
        var bomb = Upload.Gzip(Encoding.UTF8.GetBytes(Header + new string('\n', 60_000_000)));
        Assert.True(bomb.Length < 100_000);
        Assert.Contains("bomb", Unreadable(bomb).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MoreThanTheExpandedLimit_IsRefused() =>
        Assert.Contains("expands to more than 100,000 bytes", Unreadable(Upload.Gzip(Lines), Upload.Options with { MaxExpandedBytes = 100_000 }).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_EmptyInsideGzip_IsEmpty() => Assert.Equal("The file is empty.", Unreadable(Upload.Gzip("")).Problem);

    private static UnreadableFileException Unreadable(byte[] content, ReaderOptions? options = null) => Assert.Throws<UnreadableFileException>(
        () => TrafficFormat.Read(Upload.Of(content, "upload.csv.gz"), options ?? Upload.Options, CancellationToken.None).Count());
}
