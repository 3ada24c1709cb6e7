using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;

namespace Dashboard.Core.Deletions;

/// <summary>
/// A proposed set of copies to delete, and the decisions about it. All rules about who may decide what, and when, are here. Gate results
/// are passed in, because evaluating gates needs the inventory.
/// </summary>
public sealed class DeletionBatch : IVersioned, ILedgered
{
    /// <summary>The maximum number of items in a batch.</summary>
    public const int MostItems = 100_000;

    private readonly List<BatchApproval> approvals = [];

    private DeletionBatch()
    {
    }

    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public SanitizationMethod Method { get; private set; }

    public string Technique { get; private set; } = "";

    /// <summary>Why copies inside the boundary are redundant; null if the batch has none.</summary>
    public string? InsideReason { get; private set; }

    public BatchState State { get; private set; }

    public long ProposerId { get; private set; }

    public string Proposer { get; private set; } = "";

    /// <summary>1 for the first review; incremented whenever approvals are voided.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>The number of approvals that it needs, fixed when it was submitted.</summary>
    public int Quorum { get; private set; }

    /// <summary>SHA-256 of the manifest, lower-case hex; null while it is a draft.</summary>
    public string? ManifestHash { get; private set; }

    public BatchTally Tally { get; private set; } = BatchTally.Empty;

    public BatchScope Scope { get; private set; } = BatchScope.Empty;

    /// <summary>Items whose gates are not all open, at the latest evaluation.</summary>
    public long ClosedItems { get; private set; }

    public DateTimeOffset? GatesEvaluatedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public DateTimeOffset? CoolingOffUntil { get; private set; }

    /// <summary>When the order was released to executors, after the cooling-off.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>Items that are not executed by then need another batch.</summary>
    public DateTimeOffset? LapsesAt { get; private set; }

    /// <summary>When every item had been reported on.</summary>
    public DateTimeOffset? ExecutedAt { get; private set; }

    public DateTimeOffset? VerifiedAt { get; private set; }

    /// <summary>When it entered its current state.</summary>
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>Who ended or stopped it; null if no one did.</summary>
    public string? StoppedBy { get; private set; }

    public string? StopReason { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<BatchApproval> Approvals => approvals;

    public bool IsStoppable => State is BatchState.Approved or BatchState.Executing;

    public bool IsWithdrawable => State is BatchState.Draft or BatchState.InReview or BatchState.Approved && !Tally.IsTouched;

    public IEnumerable<BatchApproval> ValidApprovals => approvals.Where(approval => approval.IsValid);

    public static Result<DeletionBatch> Propose(BatchFacts facts, Member proposer, DateTimeOffset now)
    {
        var stated = facts.Checked();
        if (stated.Refusal is { } refusal)
            return refusal;
        var batch = new DeletionBatch { ProposerId = proposer.Id, Proposer = proposer.Name, CreatedAt = now, StateSince = now };
        batch.Describe(stated.Value);
        return batch;
    }

    public Result Revise(BatchFacts facts, Member by)
    {
        if (MayEdit(by).Refusal is { } refusal)
            return refusal;
        var stated = facts.Checked();
        if (stated.Refusal is { } invalid)
            return invalid;
        Describe(stated.Value);
        return Result.Done;
    }

    /// <summary>Only a draft can be edited, and only by its proposer, so that one person is responsible for the proposal.</summary>
    public Result MayEdit(Member by) =>
        State is not BatchState.Draft ? new NoLongerADraft(State)
        : by.Id != ProposerId ? new OnlyTheProposerEdits(Proposer)
        : Result.Done;

    /// <summary>Sets the totals of its current items. The reviewers decide on these later.</summary>
    public void SetItems(BatchTally tally, BatchScope scope) => (Tally, Scope) = (tally, scope);

    /// <summary>Records an evaluation of the gates.</summary>
    public void Evaluated(long closedItems, DateTimeOffset now) => (ClosedItems, GatesEvaluatedAt) = (closedItems, now);

    /// <summary>Submits the draft to the reviewers. Its gates must have just been evaluated.</summary>
    public Result Submit(Member by, string manifestHash, int quorum, DateTimeOffset now)
    {
        if (MayEdit(by).Refusal is { } refusal)
            return refusal;
        if (Tally.Copies == 0)
            return new BatchIsEmpty();
        if (Scope.InsideCopies > 0 && InsideReason is null)
            return new InsideCopiesNeedReason(Scope.InsideCopies);
        if (ClosedItems > 0)
            return new GatesAreClosed(ClosedItems);
        (ManifestHash, Quorum, SubmittedAt) = (manifestHash, quorum, now);
        Enter(BatchState.InReview, now);
        return Result.Done;
    }

    /// <summary>Whether this member may decide on it as a reviewer.</summary>
    public Result MayReview(Member reviewer) =>
        State is not BatchState.InReview ? new NotInReview(State)
        : reviewer.Id == ProposerId ? new ProposerCannotReview()
        : Result.Done;

    /// <summary>Whether this member's approval can count in addition to the valid ones.</summary>
    public Result MayApprove(Member reviewer) =>
        MayReview(reviewer).Refusal is { } refusal ? refusal
        : string.IsNullOrWhiteSpace(reviewer.Unit) ? new ReviewerWithoutUnit()
        : ValidApprovals.Any(approval => approval.MemberId == reviewer.Id) ? new AlreadyApproved()
        : ValidApprovals.FirstOrDefault(approval => string.Equals(approval.Unit, reviewer.Unit, StringComparison.OrdinalIgnoreCase)) is { } same
            ? new UnitHasApproved(same.Unit, same.Name)
        : Result.Done;

    /// <param name="seenHash">Hash of the manifest that the reviewer saw.</param>
    /// <param name="authenticatedAt">When the identity provider last authenticated the reviewer; null if it does not say.</param>
    public Result Approve(Member reviewer, string seenHash, DateTimeOffset? authenticatedAt, DeletionRules rules, DateTimeOffset now)
    {
        if (MayApprove(reviewer).Refusal is { } refusal)
            return refusal;
        if (seenHash != ManifestHash)
            return new ManifestChanged();
        if (rules.Judge(authenticatedAt, now) is var signIn and not AuthenticationTime.Recent)
            return new MustReauthenticate(signIn, rules.ReauthenticateWithin);
        if (ClosedItems > 0)
            return new GatesAreClosed(ClosedItems);
        approvals.Add(BatchApproval.By(reviewer, seenHash, authenticatedAt!.Value, now));
        if (ValidApprovals.Count() < Quorum)
            return Result.Done;
        (ApprovedAt, CoolingOffUntil, LapsesAt) = (now, now + rules.CoolingOff, now + rules.Lapse);
        Enter(BatchState.Approved, now);
        return Result.Done;
    }

    public Result Reject(Member reviewer, string reason, DateTimeOffset now)
    {
        if (MayReview(reviewer).Refusal is { } refusal)
            return refusal;
        if (Problem(reason) is { } invalid)
            return invalid;
        VoidApprovals($"{reviewer.Name} rejected the batch.", now);
        return EndAs(BatchState.Rejected, reviewer, reason, now);
    }

    /// <summary>A reviewer is about to exclude items. This voids the approvals, because what was approved has changed.</summary>
    public Result Exclude(Member reviewer, long items, string reason, DateTimeOffset now)
    {
        if (MayReview(reviewer).Refusal is { } refusal)
            return refusal;
        if (Problem(reason) is { } invalid)
            return invalid;
        if (items >= Tally.Copies)
            return new NothingWouldBeLeft();
        VoidApprovals($"{reviewer.Name} excluded {items:N0} {(items == 1 ? "item" : "items")}: {reason.Trim()}", now);
        return Result.Done;
    }

    /// <summary>Sets the hash of the manifest after the items changed.</summary>
    public void Rehash(string manifestHash) => ManifestHash = manifestHash;

    /// <summary>Anyone who oversees deletions can stop it until it is executed. It goes back to the reviewers.</summary>
    public Result Stop(Member by, string reason, DateTimeOffset now)
    {
        if (!IsStoppable)
            return new NothingToStop(State);
        if (Problem(reason) is { } invalid)
            return invalid;
        (StoppedBy, StopReason) = (by.Name, reason.Trim());
        Suspend($"{by.Name} stopped the batch: {reason.Trim()}", now);
        return Result.Done;
    }

    /// <summary>A legal hold was placed on some of its items. This voids the approvals.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool Hold(string matter, DateTimeOffset now)
    {
        if (State is not (BatchState.InReview or BatchState.Approved or BatchState.Executing))
            return false;
        if (State is BatchState.InReview && !ValidApprovals.Any())
            return false;
        Suspend($"The legal hold “{matter}” was placed on some of its items.", now);
        return true;
    }

    /// <summary>Any lead can withdraw it until executors have the order.</summary>
    public Result Withdraw(Member by, string reason, DateTimeOffset now)
    {
        if (!IsWithdrawable)
            return new CannotBeWithdrawn(State);
        if (Problem(reason) is { } invalid)
            return invalid;
        VoidApprovals($"{by.Name} withdrew the batch.", now);
        return EndAs(BatchState.Withdrawn, by, reason, now);
    }

    /// <summary>Whether its cooling-off is over, so that executors may have the order.</summary>
    public bool IsReleasable(DateTimeOffset now) =>
        State is BatchState.Approved && ReleasedAt is null && now >= CoolingOffUntil && now < LapsesAt;

    /// <summary>Releases the order to executors.</summary>
    public Result Release(DateTimeOffset now)
    {
        if (MayExecute(now).Refusal is { } refusal)
            return refusal;
        ReleasedAt ??= now;
        if (Tally.Unanswered == 0) // Executors had reported on every item before the batch was stopped and approved again.
            Progress(Tally, now);
        return Result.Done;
    }

    /// <summary>Whether items may be deleted under it now.</summary>
    public Result MayExecute(DateTimeOffset now) =>
        State is not (BatchState.Approved or BatchState.Executing) ? new NotApproved(State)
        : ValidApprovals.Count(approval => approval.ManifestHash == ManifestHash) < Quorum ? new NotApproved(State)
        : now < CoolingOffUntil ? new StillCoolingOff(CoolingOffUntil.Value)
        : now >= LapsesAt ? new HasLapsed(LapsesAt.Value)
        : Result.Done;

    /// <summary>An executor gets the order.</summary>
    public Result HandOut(DateTimeOffset now)
    {
        if (MayExecute(now).Refusal is { } refusal)
            return refusal;
        if (ReleasedAt is null)
            return new NotReleased();
        if (State is BatchState.Approved)
            Enter(BatchState.Executing, now);
        return Result.Done;
    }

    /// <summary>Ends the batch if no one executed it in time.</summary>
    public bool Lapse(DateTimeOffset now)
    {
        if (State is not (BatchState.Approved or BatchState.Executing) || now < LapsesAt || Tally.IsTouched)
            return false;
        VoidApprovals("The batch lapsed.", now);
        Enter(BatchState.Lapsed, now);
        return true;
    }

    /// <summary>
    /// The states of the items that can move to another batch: failed, still present or reappeared; after the approval has lapsed, also
    /// items that no one executed. None during the review and the cooling-off, because the batch can then be withdrawn.
    /// </summary>
    public Result<ItemState[]> Movable(DateTimeOffset now) =>
        State is not (BatchState.Executing or BatchState.Executed or BatchState.Verified) ? new NothingToMove()
        : now >= LapsesAt ? ItemStates.MovableAfterLapse
        : ItemStates.Movable;

    /// <summary>Its items were reported, verified, found again or moved. Applies the new tally and the state that follows from it.</summary>
    public void Progress(BatchTally tally, DateTimeOffset now)
    {
        Tally = tally;
        if (State is not (BatchState.Approved or BatchState.Executing or BatchState.Executed or BatchState.Verified))
            return;
        if (State is BatchState.Approved && tally.Unanswered > 0)
            return;
        var state = tally.Unanswered > 0 ? BatchState.Executing
            : tally.Verified == tally.Copies ? BatchState.Verified
            : BatchState.Executed;
        if (state == State)
            return;
        if (state is BatchState.Executed or BatchState.Verified)
            ExecutedAt ??= now;
        VerifiedAt = state is BatchState.Verified ? now : null;
        Enter(state, now);
    }

    private void Describe(BatchFacts facts) =>
        (Name, Reason, Method, Technique, InsideReason) = (facts.Name, facts.Reason, facts.Method, facts.Technique, facts.InsideReason);

    private static Refusal? Problem(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new DecisionNeedsReason()
        : reason.Trim().Length > BatchFacts.LongestReason ? new TextTooLong("The reason", BatchFacts.LongestReason)
        : null;

    private Result EndAs(BatchState state, Member by, string reason, DateTimeOffset now)
    {
        (StoppedBy, StopReason) = (by.Name, reason.Trim());
        Enter(state, now);
        return Result.Done;
    }

    private void Suspend(string because, DateTimeOffset now)
    {
        VoidApprovals(because, now);
        (ApprovedAt, CoolingOffUntil, ReleasedAt, LapsesAt) = (null, null, null, null);
        if (State is not BatchState.InReview)
            Enter(BatchState.InReview, now);
    }

    private void VoidApprovals(string because, DateTimeOffset now)
    {
        var valid = ValidApprovals.ToList();
        foreach (var approval in valid)
            approval.Void(because, now);
        if (valid.Count > 0)
            Round++;
    }

    private void Enter(BatchState state, DateTimeOffset now) => (State, StateSince) = (state, now);
}
