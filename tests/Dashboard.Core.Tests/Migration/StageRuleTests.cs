using CsCheck;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using static Dashboard.Core.Tests.Migration.CopyGens;

namespace Dashboard.Core.Tests.Migration;

public sealed class StageRuleTests
{
    [Fact]
    public void Stage_WithoutCopies_IsNotStarted() => Assert.Equal(Stage.NotStarted, Of());

    [Fact]
    public void Stage_NoCopyInside_IsNotStarted() => Assert.Equal(Stage.NotStarted, Of(Outside()));

    [Fact]
    public void Stage_OnlyCopyInsideIsMissing_IsNotStarted() =>
        Assert.Equal(Stage.NotStarted, Of(Outside(), Inside(state: CopyState.Missing)));

    [Fact]
    public void Stage_DeletionsOrderedButNothingInside_IsNotStarted() =>
        Assert.Equal(Stage.NotStarted, Of(Outside(state: CopyState.DeletionPending)));

    [Fact]
    public void Stage_InsideCopyDiffers_IsCopying() => Assert.Equal(Stage.Copying, Of(Outside(), Inside(fingerprint: "bb")));

    [Fact]
    public void Stage_EqualCopyInside_IsVerified() => Assert.Equal(Stage.Verified, Of(Outside(), Inside()));

    [Fact]
    public void Stage_OneOfTwoOutsidePrimariesHasNoEqual_IsCopying() =>
        Assert.Equal(Stage.Copying, Of(Outside(), Outside(fingerprint: "bb"), Inside()));

    [Fact]
    public void Stage_EveryOutsidePrimaryHasAnEqual_IsVerified() =>
        Assert.Equal(Stage.Verified, Of(Outside(), Outside(fingerprint: "bb"), Inside(), Inside(fingerprint: "bb")));

    [Fact]
    public void Stage_OutsidePrimaryIsEqualButABackupIsNot_IsVerified() =>
        Assert.Equal(Stage.Verified, Of(Outside(), Outside(CopyRole.Backup, fingerprint: "bb"), Inside()));

    [Fact]
    public void Stage_NoOutsidePrimary_ComparesWithTheNewestOutsideCopy()
    {
        var old = Outside(CopyRole.Backup, fingerprint: "aa");
        var newest = Outside(CopyRole.Backup, fingerprint: "bb", hours: 1);

        Assert.Equal(Stage.Verified, Of(old, newest, Inside(fingerprint: "bb")));
        Assert.Equal(Stage.Copying, Of(old, newest, Inside(fingerprint: "aa")));
    }

    [Fact]
    public void Stage_SeveralNewestOutsideCopies_EachNeedsAnEqual()
    {
        var one = Outside(CopyRole.Backup, fingerprint: "aa");
        var other = Outside(CopyRole.Backup, fingerprint: "bb");

        Assert.Equal(Stage.Copying, Of(one, other, Inside(fingerprint: "aa")));
        Assert.Equal(Stage.Copying, Of(other, one, Inside(fingerprint: "aa")));
    }

    [Fact]
    public void Stage_PrimaryIsInside_IsCutOver() =>
        Assert.Equal(Stage.CutOver, Of(Outside(CopyRole.Backup), Inside(CopyRole.Primary)));

    [Fact]
    public void Stage_PrimaryIsInsideAndOneOutsideToo_IsNotCutOver() =>
        Assert.Equal(Stage.Verified, Of(Outside(), Inside(CopyRole.Primary)));

    [Fact]
    public void Stage_EveryOutsideCopyIsOrdered_IsRetiring() =>
        Assert.Equal(
            Stage.Retiring,
            Of(Outside(state: CopyState.DeletionPending), Outside(CopyRole.Backup, CopyState.DeletionReported), Inside(CopyRole.Primary)));

    [Theory]
    [InlineData(CopyState.Present)]
    [InlineData(CopyState.Missing)]
    [InlineData(CopyState.Reappeared)]
    public void Stage_OneOutsideCopyIsNotOrdered_IsNotRetiring(CopyState state) =>
        Assert.Equal(
            Stage.CutOver,
            Of(Outside(CopyRole.Backup, state), Outside(CopyRole.Backup, CopyState.DeletionReported), Inside(CopyRole.Primary)));

    [Fact]
    public void Stage_EveryOutsideCopyIsVerifiedAbsent_IsPivoted() =>
        Assert.Equal(Stage.Pivoted, Of(Outside(state: CopyState.VerifiedAbsent), Inside(CopyRole.Primary)));

    [Fact]
    public void Stage_NeverACopyOutside_IsPivoted() => Assert.Equal(Stage.Pivoted, Of(Inside()));

    [Theory]
    [InlineData(CopyRole.Backup)]
    [InlineData(CopyRole.Cache)]
    [InlineData(CopyRole.Export)]
    public void Stage_AnyRoleOutside_IsNeverPivoted(CopyRole role) =>
        Assert.NotEqual(Stage.Pivoted, Of(Outside(role), Inside(CopyRole.Primary)));

    [Fact]
    public void Stage_MissingOutside_StillCounts() =>
        Assert.Equal(Stage.CutOver, Of(Outside(CopyRole.Backup, CopyState.Missing), Inside(CopyRole.Primary)));

    [Fact]
    public void Stage_UnknownLocation_CountsAsOutside() =>
        Assert.Equal(Stage.CutOver, Of(Outside(CopyRole.Backup) with { Position = Position.Unknown }, Inside(CopyRole.Primary)));

    [Fact]
    public void Stage_WithOneMoreCopyOutside_IsNeverPivoted() =>
        Gen.Select(Copies, AnyCopy).Sample((copies, more) =>
        {
            if (more.RemainsOutside)
                Assert.NotEqual(Stage.Pivoted, Of([.. copies, more]));
        });

    [Fact]
    public void Stage_AllOutsideCopiesVerifiedAbsent_IsPivoted() =>
        Copies.Where(copies => copies.Length > 0).Sample(copies =>
            Assert.Equal(
                Stage.Pivoted,
                Of([.. copies.Select(copy => copy.RemainsOutside ? copy with { State = CopyState.VerifiedAbsent } : copy)])));

    [Fact]
    public void Stage_UnknownTurnedOutside_StaysTheSame() =>
        Copies.Sample(copies =>
            Assert.Equal(
                Of(copies),
                Of([.. copies.Select(copy => copy.Position is Position.Unknown ? copy with { Position = Position.Outside } : copy)])));

    [Fact]
    public void Stage_CopiesInAnyOrder_IsTheSame() =>
        Copies.SelectMany(copies => Gen.Shuffle(copies.ToArray()).Select(shuffled => (copies, shuffled)))
            .Sample((copies, shuffled) => Assert.Equal(Of(copies), Of(shuffled)));

    [Fact]
    public void Stage_OneMoreCopyInside_NeverFallsBack() =>
        Gen.Select(Copies, AnyCopy).Where((_, more) => more.IsInside).Where((copies, _) => copies.Length > 0)
            .Sample((copies, more) => Assert.True(Of([.. copies, more]) >= Of(copies)));

    [Fact]
    public void Explain_EveryStage_SaysWhatIsMissingOnlyForStepsNotTaken() =>
        Copies.Sample(copies =>
        {
            var rule = new StageRule(copies, []);
            var steps = rule.Explain();

            Assert.Equal(Enum.GetValues<Stage>(), steps.Select(step => step.Stage));
            Assert.All(steps, step => Assert.Equal(step.Stage <= rule.Stage, step.IsMet));
            Assert.All(steps, step => Assert.False(step.IsMet && step.Evidence.StartsWith("Missing", StringComparison.Ordinal), step.Evidence));
        });

    [Fact]
    public void Explain_NextStep_SaysWhatItNeeds()
    {
        var steps = new StageRule([Outside(), Outside(CopyRole.Backup), Inside(fingerprint: "bb")], []).Explain();

        Assert.Equal("Missing: an equal copy inside for 1 of 1 outside (same fingerprint, same number of records, or a recorded comparison).", steps[(int)Stage.Verified].Evidence);
        Assert.Equal("Missing: proof of absence for 2 outside copies.", steps[(int)Stage.Pivoted].Evidence);
    }

    [Fact]
    public void Explain_CutOverWithoutEqualCopy_SaysWhatIsStillMissing()
    {
        var steps = new StageRule([Outside(CopyRole.Backup), Inside(CopyRole.Primary, fingerprint: "bb")], []).Explain();

        Assert.StartsWith("Passed, but missing: an equal copy inside", steps[(int)Stage.Verified].Evidence);
    }

    [Theory]
    [InlineData(DeclaredStatus.Completed, Stage.Copying, true)]
    [InlineData(DeclaredStatus.Completed, Stage.NotStarted, true)]
    [InlineData(DeclaredStatus.Completed, Stage.Verified, false)]
    [InlineData(DeclaredStatus.Completed, null, false)]
    [InlineData(DeclaredStatus.NotStarted, Stage.Copying, true)]
    [InlineData(DeclaredStatus.NotStarted, Stage.NotStarted, false)]
    [InlineData(DeclaredStatus.InProgress, Stage.Copying, false)]
    [InlineData(DeclaredStatus.Failed, Stage.Copying, false)]
    [InlineData(null, Stage.Copying, false)]
    public void Contradicts_DeclaredAgainstObserved_IsFlagged(DeclaredStatus? declared, Stage? stage, bool expected) =>
        Assert.Equal(expected, StageRule.Contradicts(declared, stage));

    private static Stage Of(params CopyEvidence[] copies) => new StageRule(copies, []).Stage;
}
