using Dashboard.Core.Inventory;

namespace Dashboard.Core.Tests.Inventory;

public sealed class CopyStatesTests
{
    [Theory]
    [InlineData(CopyState.Present, true, true)]
    [InlineData(CopyState.DeletionPending, true, true)]
    [InlineData(CopyState.DeletionReported, true, true)]
    [InlineData(CopyState.Reappeared, true, true)]
    [InlineData(CopyState.Missing, false, true)]
    [InlineData(CopyState.VerifiedAbsent, false, false)]
    public void Counts_ByState_UnverifiedAbsenceCountsOnlyAgainstUs(CopyState state, bool inside, bool outside)
    {
        Assert.Equal(inside, state.Counts(Position.Inside));
        Assert.Equal(outside, state.Counts(Position.Outside));
        Assert.Equal(outside, state.Counts(Position.Unknown));
    }

    [Fact]
    public void Listed_IsEveryStateButTheAbsentOnes() =>
        Assert.Equal(
            Enum.GetValues<CopyState>().Except([CopyState.VerifiedAbsent, CopyState.Missing]),
            CopyStates.Listed);
}
