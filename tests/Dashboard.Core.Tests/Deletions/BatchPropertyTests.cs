using CsCheck;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using static Dashboard.Core.Tests.Deletions.People;

namespace Dashboard.Core.Tests.Deletions;

/// <summary>
/// Random people act on a batch at random. A separate account, which does not use the batch's own fields, records who approved what since
/// the last void, and when. Whenever the batch says that it may be executed, the account must agree.
/// </summary>
public sealed class BatchPropertyTests
{
    private static readonly Member[] Everyone = [Lead, OtherLead, Legal, SecondOfLegal, Privacy, WithoutUnit];

    private enum Act
    {
        Approve, ApproveStale, ApproveWithoutSignIn, Reject, Exclude, Stop, Hold, Withdraw, Release, HandOut, Report, Lapse, CloseGate, OpenGate, WaitHours, WaitDays,
    }

    private sealed class Account(int quorum)
    {
        public Dictionary<long, (string Unit, string Hash)> Approvals { get; } = [];

        public DateTimeOffset? CompleteSince { get; private set; }

        public void Approved(Member by, string hash, DateTimeOffset now)
        {
            Approvals.Add(by.Id, (by.Unit!.ToUpperInvariant(), hash));
            if (Approvals.Count == quorum)
                CompleteSince = now;
        }

        public void Void()
        {
            Approvals.Clear();
            CompleteSince = null;
        }

        public bool Allows(string hash, DateTimeOffset now) =>
            CompleteSince is { } since && now >= since + Rules.CoolingOff && now < since + Rules.Lapse
            && Approvals.Count == quorum && Approvals.Values.All(approval => approval.Hash == hash)
            && Approvals.Values.Select(approval => approval.Unit).Distinct().Count() == quorum && !Approvals.ContainsKey(Lead.Id);
    }

    [Fact]
    public void NothingIsExecuted_WithoutTheApprovalsOfExactlyThis_WhileHeld_OrBeforeTheCoolingOffEnds()
    {
        var executed = 0;
        Gen.Select(Gen.Int[1, 3], Gen.Select(Gen.Enum<Act>(), Gen.Int[0, Everyone.Length - 1]).Array[5, 60]).Sample(
            (quorum, acts) =>
            {
                var batch = InReview(quorum);
                var account = new Account(quorum);
                var now = Noon;
                var version = 1;
                foreach (var (act, person) in acts)
                {
                    var by = Everyone[person];
                    now = Do(batch, account, act, by, now, ref version);
                    var may = batch.MayExecute(now).IsDone;
                    Assert.True(!may || account.Allows(batch.ManifestHash!, now), $"After {act} by {by.Name} the batch may be executed, but it must not be.");
                    if (may && batch.State is BatchState.Executing)
                        Interlocked.Increment(ref executed);
                }
            },
            iter: 20_000);

        // Otherwise the property would hold only because no batch ever got that far.
        Assert.True(executed > 20, $"Only {executed} steps reached a batch that may be executed.");
    }

    private static DateTimeOffset Do(DeletionBatch batch, Account account, Act act, Member by, DateTimeOffset now, ref int version)
    {
        switch (act)
        {
            case Act.Approve when Approve(batch, by, now).IsDone:
                account.Approved(by, batch.ManifestHash!, now);
                break;
            case Act.ApproveStale:
                Assert.False(batch.Approve(by, "hash-0", now, Rules, now).IsDone);
                break;
            case Act.ApproveWithoutSignIn:
                Assert.False(batch.Approve(by, batch.ManifestHash!, now.AddMinutes(-6), Rules, now).IsDone);
                break;
            case Act.Reject when MayReject(by) && batch.Reject(by, "no", now).IsDone:
                account.Void();
                break;
            case Act.Exclude when batch.Exclude(by, 1, "not this", now).IsDone:
                batch.Rehash($"hash-{++version}");
                account.Void();
                break;
            case Act.Stop when batch.Stop(by, "wait", now).IsDone:
                account.Void();
                break;
            case Act.Hold when batch.State is not (BatchState.Executed or BatchState.Verified):
                batch.Hold("matter", now);
                account.Void();
                break;
            case Act.Withdraw when batch.Withdraw(by, "no", now).IsDone:
                account.Void();
                break;
            case Act.Release:
                _ = batch.Release(now);
                break;
            case Act.HandOut:
                _ = batch.HandOut(now);
                break;
            case Act.Report when batch.State is BatchState.Executing:
                batch.Progress(BatchTally.Empty with { Copies = 10, Ordered = 9, Reported = 1 }, now);
                break;
            case Act.Lapse when batch.Lapse(now):
                account.Void();
                break;
            case Act.CloseGate:
                batch.Evaluated(1, now);
                break;
            case Act.OpenGate:
                batch.Evaluated(0, now);
                break;
            case Act.WaitHours:
                return now.AddHours(25);
            case Act.WaitDays:
                return now.AddDays(9);
        }

        return now;

        // A rejection ends a batch. If everyone could reject, most runs would end early.
        static bool MayReject(Member by) => by.Id == WithoutUnit.Id;
    }
}
