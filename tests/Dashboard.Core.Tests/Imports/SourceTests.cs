using Dashboard.Core.Imports;

namespace Dashboard.Core.Tests.Imports;

public sealed class SourceTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Own")]
    [InlineData("own inventory")]
    [InlineData("../own")]
    [InlineData("öl")]
    public void Create_KeyThatCannotNameAFolder_IsRefused(string key) =>
        Assert.IsType<SourceKeyInvalid>(Source.Create(key, "Own", SourceKind.Inventory, 24, null, isComplete: true).Refusal);

    [Theory]
    [InlineData("", 24, 5, typeof(SourceNameInvalid))]
    [InlineData("Own", 0, 5, typeof(IntervalInvalid))]
    [InlineData("Own", 8785, 5, typeof(IntervalInvalid))]
    [InlineData("Own", 24, -1, typeof(RejectedShareInvalid))]
    [InlineData("Own", 24, 101, typeof(RejectedShareInvalid))]
    public void Create_SomethingOutOfRange_IsRefused(string name, int hours, int percent, Type refusal) =>
        Assert.IsType(refusal, Source.Create("own", name, SourceKind.Inventory, hours, null, isComplete: true, percent).Refusal);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(8784, 100)]
    public void Create_AtTheBorders_IsAllowed(int hours, int percent) =>
        Assert.True(Source.Create("own-2", "Own", SourceKind.Inventory, hours, null, isComplete: true, percent).IsDone);

    [Fact]
    public void FreshnessAt_BeforeAnyImport_IsNever()
    {
        Assert.Equal(Freshness.Never, Daily().FreshnessAt(Days.Noon));
        Assert.Null(Daily().StaleFrom);
    }

    [Fact]
    public void FreshnessAt_ExactlyTheInterval_IsStillFresh()
    {
        var source = Daily();
        source.Reported(ImportTests.Received());

        Assert.Equal(Freshness.Fresh, source.FreshnessAt(Days.Noon.AddHours(24)));
        Assert.Equal(Freshness.Stale, source.FreshnessAt(Days.Noon.AddHours(24).AddTicks(1)));
        Assert.Equal(Days.Noon.AddHours(24), source.StaleFrom);
    }

    [Fact]
    public void Reported_PartialImport_DoesNotMoveTheLastCompleteOne()
    {
        var source = Daily();
        source.Reported(ImportTests.Received(isComplete: true));
        source.Reported(ImportTests.Received(isComplete: false, asOf: Days.Noon.AddHours(1)));

        Assert.Equal((Days.Noon.AddHours(1), Days.Noon), (source.LastAsOf, source.LastCompleteAsOf));
    }

    private static Source Daily() => Source.Create("own", "Own", SourceKind.Inventory, 24, null, isComplete: true).Value;
}
