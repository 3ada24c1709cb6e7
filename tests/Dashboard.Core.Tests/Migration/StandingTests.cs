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
            var standing = new StageRule(copies, []).Status(mustBeInside: true, declared: null);
            var counted = copies.Where(copy => copy.State.Counts(copy.Position)).ToArray();

            Assert.Equal(counted.Length, standing.CopiesInside + standing.CopiesOutside + standing.CopiesUnknown);
            Assert.Equal(counted.Sum(copy => copy.Bytes), standing.BytesInside + standing.BytesOutside + standing.BytesUnknown);
            Assert.Equal(counted.Count(copy => copy.Position is Position.Unknown), standing.CopiesUnknown);
            Assert.InRange(standing.BackupCopiesOutside, 0, standing.CopiesOutside);
        });

    [Fact]
    public void Status_BackupsOutside_AreCountedApart()
    {
        var standing = new StageRule([Outside(), Outside(CopyRole.Backup), Outside(CopyRole.Backup, CopyState.VerifiedAbsent), Inside(CopyRole.Backup)], [])
            .Status(mustBeInside: true, declared: null);

        Assert.Equal((2L, 200L), (standing.CopiesOutside, standing.BytesOutside));
        Assert.Equal((1L, 100L), (standing.BackupCopiesOutside, standing.BackupBytesOutside));
    }

    [Fact]
    public void Status_NeedNotBeInside_HasNoStageAndNoMismatch()
    {
        var standing = new StageRule([Outside()], []).Status(mustBeInside: false, DeclaredStatus.Completed);

        Assert.Null(standing.Stage);
        Assert.False(standing.IsMismatched);
        Assert.Equal(1, standing.CopiesOutside);
    }

    [Fact]
    public void Status_DeclaredCompletedButCopying_IsMismatched() =>
        Assert.True(new StageRule([Outside(), Inside(fingerprint: "bb")], []).Status(mustBeInside: true, DeclaredStatus.Completed).IsMismatched);
}
