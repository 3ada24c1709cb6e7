using Dashboard.Core.Deletions;
using static Dashboard.Core.Tests.Deletions.People;

namespace Dashboard.Core.Tests.Deletions;

public sealed class AfterApprovalTests
{
    private static readonly DateTimeOffset Cooled = Noon + Rules.CoolingOff;

    [Fact]
    public void Stop_InTheCoolingOff_GoesBackToTheReviewersWithoutApprovals()
    {
        var batch = Approved();

        Assert.IsType<DecisionNeedsReason>(batch.Stop(OtherLead, "", Noon).Refusal);
        Assert.True(batch.Stop(OtherLead, "wrong region", Noon).IsDone);

        Assert.Equal(BatchState.InReview, batch.State);
        Assert.Empty(batch.ValidApprovals);
        Assert.Null(batch.CoolingOffUntil);
        Assert.IsType<NotApproved>(batch.MayExecute(Cooled).Refusal);
        Assert.IsType<NothingToStop>(batch.Stop(OtherLead, "again", Noon).Refusal);
    }

    [Fact]
    public void Hold_VoidsApprovals_InReviewToo()
    {
        var inReview = InReview();
        Assert.False(inReview.Hold("Smith v. Acme", Noon));
        Approve(inReview, Legal);
        Assert.True(inReview.Hold("Smith v. Acme", Noon));
        Assert.Equal((2, 0), (inReview.Round, inReview.ValidApprovals.Count()));

        var approved = Approved();
        Assert.True(approved.Hold("Smith v. Acme", Noon));
        Assert.Equal(BatchState.InReview, approved.State);
        Assert.IsType<NotApproved>(approved.MayExecute(Cooled).Refusal);

        Assert.False(Draft().Hold("Smith v. Acme", Noon));
    }

    [Fact]
    public void HandOut_BeforeTheRelease_IsRefused()
    {
        var batch = Approved();

        Assert.IsType<StillCoolingOff>(batch.Release(Noon).Refusal);
        Assert.IsType<StillCoolingOff>(batch.HandOut(Noon).Refusal);
        Assert.IsType<NotReleased>(batch.HandOut(Cooled).Refusal);
        Assert.True(batch.Release(Cooled).IsDone);
        Assert.True(batch.HandOut(Cooled).IsDone);
        Assert.Equal(BatchState.Executing, batch.State);
    }

    [Fact]
    public void MayExecute_AfterTheManifestChanged_IsRefused()
    {
        var batch = Approved();
        batch.Rehash("hash-2");

        Assert.IsType<NotApproved>(batch.MayExecute(Cooled).Refusal);
    }

    [Fact]
    public void Withdraw_IsPossibleUntilItIsExecuted()
    {
        Assert.IsType<DecisionNeedsReason>(Approved().Withdraw(OtherLead, "", Noon).Refusal);
        Assert.True(Approved().Withdraw(OtherLead, "superseded", Noon).IsDone);
        Assert.IsType<CannotBeWithdrawn>(Executing().Withdraw(OtherLead, "late", Cooled).Refusal);
    }

    [Fact]
    public void Lapse_OnlyWhatNobodyExecuted()
    {
        var approved = Approved();
        Assert.False(approved.Lapse(Noon + Rules.Lapse - TimeSpan.FromSeconds(1)));
        Assert.True(approved.Lapse(Noon + Rules.Lapse));
        Assert.Equal(BatchState.Lapsed, approved.State);

        var executing = Executing();
        executing.Progress(Tally() with { Waiting = 0, Ordered = 9, Reported = 1 }, Cooled);
        Assert.False(executing.Lapse(Noon + Rules.Lapse));
    }

    [Fact]
    public void Progress_FollowsTheItems()
    {
        var batch = Executing();
        batch.Progress(Tally() with { Waiting = 0, Ordered = 3, Reported = 7 }, Cooled);
        Assert.Equal(BatchState.Executing, batch.State);
        batch.Progress(Tally() with { Waiting = 0, Failed = 1, Reported = 9 }, Cooled);
        Assert.Equal(BatchState.Executed, batch.State);
        batch.Progress(Tally() with { Waiting = 0, Failed = 1, Verified = 9 }, Cooled);
        Assert.Equal(BatchState.Executed, batch.State);
        batch.Progress(Tally() with { Waiting = 0, Copies = 9, Verified = 9, Moved = 1 }, Cooled);
        Assert.Equal(BatchState.Verified, batch.State);
        batch.Progress(Tally() with { Waiting = 0, Copies = 9, Verified = 8, Reappeared = 1, Moved = 1 }, Cooled.AddDays(9));
        Assert.Equal((BatchState.Executed, null), (batch.State, batch.VerifiedAt));
        batch.Progress(Tally() with { Waiting = 0, StillPresent = 1, Verified = 9 }, Cooled.AddDays(9));
        Assert.Equal(BatchState.Executing, batch.State);
    }

    [Fact]
    public void Release_WhenExecutorsHadAnsweredBeforeItWasStopped_GoesStraightOn()
    {
        var batch = Executing();
        batch.Stop(OtherLead, "look again", Cooled);
        batch.Progress(Tally() with { Waiting = 0, Reported = 10 }, Cooled);
        Assert.Equal(BatchState.InReview, batch.State);
        Approve(batch, Legal, Cooled);
        Approve(batch, Privacy, Cooled);

        Assert.True(batch.Release(Cooled + Rules.CoolingOff).IsDone);

        Assert.Equal(BatchState.Executed, batch.State);
    }

    private static DeletionBatch Executing()
    {
        var batch = Approved();
        Assert.True(batch.Release(Cooled).IsDone);
        Assert.True(batch.HandOut(Cooled).IsDone);
        return batch;
    }

    private static BatchTally Tally() => BatchTally.Empty with { Copies = 10, Waiting = 10 };
}
