using Dashboard.Core.Deletions;

namespace Dashboard.Web.Features.Deletions.Overview;

/// <summary>The status of a batch, from which its bottleneck is derived.</summary>
/// <param name="WaitingSince">For a batch in review: since when it has been waiting for its next approval.</param>
/// <param name="ClosedItems">Items with a closed gate.</param>
/// <param name="Gates">How many of these each gate holds back.</param>
/// <param name="Holds">Active legal holds on its items, oldest first.</param>
/// <param name="Unfetched">Locations whose work order no executor has fetched.</param>
/// <param name="Owed">Sources that have not yet proved reported deletions, the earliest due first.</param>
public sealed record BatchSituation(
    BatchState State, DateTimeOffset StateSince, string Proposer, int Quorum, int Approvals, DateTimeOffset WaitingSince,
    DateTimeOffset? CoolingOffUntil, DateTimeOffset? ReleasedAt, DateTimeOffset? LapsesAt, BatchTally Tally, long ClosedItems,
    IReadOnlyList<GateCount> Gates, IReadOnlyList<HoldOnBatch> Holds, IReadOnlyList<string> Unfetched, IReadOnlyList<OwedProof> Owed);

/// <summary>The number of items that one gate holds back.</summary>
public sealed record GateCount(Gates Gate, long Closed);

/// <param name="Scope">What it covers, as text: “the location Singapore”.</param>
public sealed record HoldOnBatch(long Id, string Matter, string Scope, string PlacedBy, DateTimeOffset PlacedAt, DateOnly ReviewOn);

/// <summary>The proof that a source still owes: reported deletions that none of its complete inventories has confirmed.</summary>
/// <param name="Oldest">When the executor performed the oldest of them.</param>
/// <param name="ExpectedAt">When its next report is or was due; null if it has never reported.</param>
/// <param name="IsComplete">False for a source that lists only part of what it has; it cannot prove absence.</param>
public sealed record OwedProof(long SourceId, string Source, DateTimeOffset Oldest, TimeSpan Interval, DateTimeOffset? ExpectedAt, bool IsComplete)
{
    public ProofAge AgeAt(DateTimeOffset now) => ProofAges.Of(ExpectedAt, Interval, now);
}
