using Dashboard.Core.Deletions;
using static Dashboard.Core.Tests.Deletions.People;

namespace Dashboard.Core.Tests.Deletions;

public sealed class ReviewTests
{
    [Fact]
    public void Submit_ByAnotherLead_IsRefused() =>
        Assert.IsType<OnlyTheProposerEdits>(Draft().Submit(OtherLead, "h", 2, Noon).Refusal);

    [Fact]
    public void Submit_WithoutItems_IsRefused() => Assert.IsType<BatchIsEmpty>(Draft(copies: 0).Submit(Lead, "h", 2, Noon).Refusal);

    [Fact]
    public void Submit_WithInsideCopiesAndNoReason_IsRefused() =>
        Assert.IsType<InsideCopiesNeedReason>(Draft(inside: 1).Submit(Lead, "h", 2, Noon).Refusal);

    [Fact]
    public void Submit_WithAClosedGate_IsRefused()
    {
        var batch = Draft();
        batch.Evaluated(closedItems: 1, Noon);

        Assert.Equal(new GatesAreClosed(1), batch.Submit(Lead, "h", 2, Noon).Refusal);
        Assert.Equal(BatchState.Draft, batch.State);
    }

    [Fact]
    public void Submit_Twice_IsRefused() => Assert.IsType<NoLongerADraft>(InReview().Submit(Lead, "h", 2, Noon).Refusal);

    [Fact]
    public void Approve_ByTheProposer_IsRefused_EvenWithTheReviewersRole() =>
        Assert.IsType<ProposerCannotReview>(Approve(InReview(), Lead).Refusal);

    [Fact]
    public void Approve_TwiceByOneReviewer_IsRefused()
    {
        var batch = InReview();
        Assert.True(Approve(batch, Legal).IsDone);

        Assert.IsType<AlreadyApproved>(Approve(batch, Legal).Refusal);
        Assert.Single(batch.ValidApprovals);
    }

    [Fact]
    public void Approve_ByASecondReviewerOfTheUnit_IsRefused_HoweverTheUnitIsSpelled()
    {
        var batch = InReview();
        Assert.True(Approve(batch, Legal).IsDone);

        Assert.Equal(new UnitHasApproved("Legal", "Ruth"), Approve(batch, SecondOfLegal).Refusal);
    }

    [Fact]
    public void Approve_WithoutAUnit_IsRefused() => Assert.IsType<ReviewerWithoutUnit>(Approve(InReview(), WithoutUnit).Refusal);

    [Fact]
    public void Approve_OfAnotherManifest_IsRefused() =>
        Assert.IsType<ManifestChanged>(InReview().Approve(Legal, "hash-0", Noon, Rules, Noon).Refusal);

    [Fact]
    public void Approve_WithAGateClosedMeanwhile_IsRefused()
    {
        var batch = InReview();
        batch.Evaluated(closedItems: 2, Noon);

        Assert.Equal(new GatesAreClosed(2), Approve(batch, Legal).Refusal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void Approve_NeedsARecentSignIn(int secondsFromNow, bool isRecent)
    {
        var result = InReview().Approve(Legal, "hash-1", Noon.AddSeconds(secondsFromNow), Rules, Noon);

        Assert.Equal(isRecent, result.IsDone);
        Assert.True(isRecent || result.Refusal is MustReauthenticate);
    }

    [Fact]
    public void Approve_WhenTheProviderGivesNoTime_IsRefused() =>
        Assert.IsType<MustReauthenticate>(InReview().Approve(Legal, "hash-1", null, Rules, Noon).Refusal);

    [Fact]
    public void Approve_ByTheQuorum_BeginsTheCoolingOff()
    {
        var batch = Approved();

        Assert.Equal(BatchState.Approved, batch.State);
        Assert.Equal((Noon + Rules.CoolingOff, Noon + Rules.Lapse), (batch.CoolingOffUntil, batch.LapsesAt));
        Assert.IsType<StillCoolingOff>(batch.MayExecute(Noon + Rules.CoolingOff - TimeSpan.FromSeconds(1)).Refusal);
        Assert.True(batch.MayExecute(Noon + Rules.CoolingOff).IsDone);
        Assert.IsType<HasLapsed>(batch.MayExecute(Noon + Rules.Lapse).Refusal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Approve_LessThanTheQuorum_LeavesItInReview(int quorum)
    {
        var batch = InReview(quorum);
        Approve(batch, Legal);

        Assert.Equal(quorum == 1 ? BatchState.Approved : BatchState.InReview, batch.State);
    }

    [Fact]
    public void Exclude_VoidsApprovals_AndRaisesTheRound()
    {
        var batch = InReview();
        Approve(batch, Legal);

        Assert.True(batch.Exclude(Privacy, 1, "on appeal", Noon).IsDone);

        Assert.Empty(batch.ValidApprovals);
        Assert.Equal(2, batch.Round);
        Assert.Equal("Ana excluded 1 item: on appeal", Assert.Single(batch.Approvals).VoidedBecause);
    }

    [Fact]
    public void Exclude_Everything_IsRefused() => Assert.IsType<NothingWouldBeLeft>(InReview().Exclude(Privacy, 10, "all", Noon).Refusal);

    [Fact]
    public void Exclude_ByTheProposer_IsRefused() => Assert.IsType<ProposerCannotReview>(InReview().Exclude(Lead, 1, "mine", Noon).Refusal);

    [Fact]
    public void Reject_EndsIt()
    {
        var batch = InReview();
        Approve(batch, Legal);

        Assert.IsType<DecisionNeedsReason>(batch.Reject(Privacy, " ", Noon).Refusal);
        Assert.True(batch.Reject(Privacy, "not equal", Noon).IsDone);

        Assert.Equal((BatchState.Rejected, "Ana", "not equal"), (batch.State, batch.StoppedBy, batch.StopReason));
        Assert.Empty(batch.ValidApprovals);
        Assert.IsType<NotInReview>(Approve(batch, Legal).Refusal);
    }
}
