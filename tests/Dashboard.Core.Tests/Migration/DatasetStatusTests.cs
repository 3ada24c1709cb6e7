using CsCheck;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using static Dashboard.Core.Tests.Migration.CopyGens;

namespace Dashboard.Core.Tests.Migration;

public sealed class DatasetStatusTests
{
    [Fact]
    public void Status_AnyCopies_CountsEachCountedCopyOnce() =>
        Copies.Sample(copies =>
        {
            var status = new StageRule(copies, []).Status(mustBeInside: true, declared: null);
            var counted = copies.Where(copy => copy.State.Counts(copy.Position)).ToArray();

            Assert.Equal(counted.Length, status.CopiesInside + status.CopiesOutside + status.CopiesUnknown);
            Assert.Equal(counted.Sum(copy => copy.Bytes), status.BytesInside + status.BytesOutside + status.BytesUnknown);
            Assert.Equal(counted.Count(copy => copy.Position is Position.Unknown), status.CopiesUnknown);
            Assert.InRange(status.BackupCopiesOutside, 0, status.CopiesOutside);
        });

    [Fact]
    public void Status_BackupsOutside_AreCountedSeparately()
    {
        var status = new StageRule([Outside(), Outside(CopyRole.Backup), Outside(CopyRole.Backup, CopyState.VerifiedAbsent), Inside(CopyRole.Backup)], [])
            .Status(mustBeInside: true, declared: null);

        Assert.Equal((2L, 200L), (status.CopiesOutside, status.BytesOutside));
        Assert.Equal((1L, 100L), (status.BackupCopiesOutside, status.BackupBytesOutside));
    }

    [Fact]
    public void Status_NeedNotBeInside_HasNoStageAndNoMismatch()
    {
        var status = new StageRule([Outside()], []).Status(mustBeInside: false, DeclaredStatus.Completed);

        Assert.Null(status.Stage);
        Assert.False(status.IsMismatched);
        Assert.Equal(1, status.CopiesOutside);
    }

    [Fact]
    public void Status_DeclaredCompletedButCopying_IsMismatched() =>
        Assert.True(new StageRule([Outside(), Inside(fingerprint: "bb")], []).Status(mustBeInside: true, DeclaredStatus.Completed).IsMismatched);
}
