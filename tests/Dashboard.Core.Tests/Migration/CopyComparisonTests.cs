using Dashboard.Core.Migration;
using static Dashboard.Core.Tests.Migration.CopyGens;

namespace Dashboard.Core.Tests.Migration;

public sealed class CopyComparisonTests
{
    [Theory]
    [InlineData("aa", null, "aa", null, true)]
    [InlineData("AA", null, "aa", null, true)]
    [InlineData("aa", 10L, "bb", 10L, false)]
    [InlineData("aa", 10L, "aa", 20L, true)]
    [InlineData(null, 10L, null, 10L, true)]
    [InlineData(null, 10L, "aa", 10L, true)]
    [InlineData("aa", 10L, null, 10L, true)]
    [InlineData(null, 10L, null, 20L, false)]
    [InlineData(null, 0L, null, 0L, false)]
    [InlineData(null, null, null, null, false)]
    [InlineData("aa", null, null, 10L, false)]
    [InlineData(null, null, "aa", 10L, false)]
    public void HasEqual_FingerprintElseRecords_Decides(
        string? outsideFingerprint, long? outsideRecords, string? insideFingerprint, long? insideRecords, bool expected)
    {
        var comparison = new CopyComparison([Inside(records: insideRecords, fingerprint: insideFingerprint)], []);

        Assert.Equal(expected, comparison.HasEqual(Outside(records: outsideRecords, fingerprint: outsideFingerprint)));
    }

    [Fact]
    public void HasEqual_NothingInside_IsFalse() => Assert.False(new CopyComparison([], []).HasEqual(Outside(records: 10)));
}
