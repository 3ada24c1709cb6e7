using CsCheck;

namespace Dashboard.Core.Tests;

public sealed class UtcTextTests
{
    [Fact]
    public void Write_AnyTwoTimes_SortAsText() =>
        Gen.Select(Gen.DateTimeOffset, Gen.DateTimeOffset).Sample((left, right) =>
        {
            var (earlier, later) = Cut(left) < Cut(right) ? (left, right) : (right, left);
            Assert.True(string.CompareOrdinal(UtcText.Write(earlier), UtcText.Write(later)) <= 0);
        });

    [Fact]
    public void Read_OfWhatWasWritten_IsTheSameMillisecondInUtc() =>
        Gen.DateTimeOffset.Sample(time => Assert.Equal(Cut(time), UtcText.Read(UtcText.Write(time))));

    private static DateTimeOffset Cut(DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        return new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }
}
