using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Controls.Tables;

namespace Dashboard.Component.Tests.Controls;

public sealed class TextTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1_000, "1.00 kB")]
    [InlineData(999_499, "999 kB")]
    [InlineData(999_500, "1.00 MB")]
    [InlineData(18_230_000_000_000, "18.2 TB")]
    [InlineData(long.MaxValue, "9.22 EB")]
    [InlineData(long.MinValue, "−9.22 EB")]
    public void Bytes_InDecimalUnits_HaveThreeDigits(long bytes, string text) => Assert.Equal(text, ByteText.Of(bytes));

    [Fact]
    public void Bytes_Exact_AreNotRounded() => Assert.Equal("18,230,000,000,001 bytes", ByteText.Exact(18_230_000_000_001));

    [Theory]
    [InlineData(0, 0, "–")]
    [InlineData(0, 10, "0 %")]
    [InlineData(1, 1_000_000, "<0.01 %")]
    [InlineData(2, 3, "66.6 %")]
    [InlineData(9_998, 10_000, "99.98 %")]
    [InlineData(999_999, 1_000_000, ">99.99 %")]
    [InlineData(10, 10, "100 %")]
    public void Share_OfAWhole_IsNeverRoundedUp(long part, long whole, string text) => Assert.Equal(text, ShareText.Of(part, whole));

    [Theory]
    [InlineData(20, "just now")]
    [InlineData(60 * 59, "59 min ago")]
    [InlineData(3600 * 47, "47 h ago")]
    [InlineData(3600 * 48, "2 days ago")]
    [InlineData(-7200, "in 2 h")]
    public void Ago_BySeconds_UsesEverydayUnits(int seconds, string text)
    {
        var now = new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(text, TimeText.Ago(now.AddSeconds(-seconds), now));
    }

    [Fact]
    public void Time_FromAnotherZone_IsShownInUtc() =>
        Assert.Equal("2026-03-10 04:30 UTC", TimeText.Exact(new(2026, 3, 10, 12, 30, 0, TimeSpan.FromHours(8))));

    [Theory]
    [InlineData(null)]
    [InlineData("bytes")]
    [InlineData("-bytes")]
    public void Sort_InTheUrl_RoundTrips(string? text) => Assert.Equal(text, TableSort.Parse(text)?.ToString());

    [Theory]
    [InlineData("520, 479, 1", "52.0 %, 47.9 %, 0.1 %")]
    [InlineData("2, 1, 0", "66.6 %, 33.4 %, 0 %")]
    [InlineData("1, 1, 1", "33.3 %, 33.4 %, 33.3 %")]
    [InlineData("999999, 1, 0", "99.9 %, 0.1 %, 0 %")]
    [InlineData("1, 999999, 0", "<0.1 %, >99.9 %, 0 %")]
    [InlineData("5, 0, 0", "100 %, 0 %, 0 %")]
    [InlineData("0, 0, 0", "–, –, –")]
    [InlineData("9223372036854775807, 9223372036854775807, 9223372036854775807", "33.3 %, 33.4 %, 33.3 %")]
    public void Shares_OfAllParts_AddUp_AndTheFirstIsNeverFlattered(string parts, string shown) =>
        Assert.Equal(shown, string.Join(", ", ShareText.OfAll([.. parts.Split(", ").Select(long.Parse)])));
}
