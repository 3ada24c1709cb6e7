using Dashboard.Core.Deletions;

namespace Dashboard.Web.Features.Deletions.Overview;

/// <summary>What there is to know about where a batch stands, for saying what it waits for.</summary>
/// <param name="WaitingSince">Of a batch in review: since when it lacks the approval that it lacks.</param>
/// <param name="ClosedItems">Items with a closed gate.</param>
/// <param name="Gates">Of these, how many each gate keeps back.</param>
/// <param name="Holds">Active legal holds on its items, oldest first.</param>
/// <param name="Unfetched">Locations whose order no executor has fetched.</param>
/// <param name="Owed">Sources that have to prove what was reported deleted, the one that keeps us waiting longest first.</param>
public sealed record BatchSituation(
    BatchState State, DateTimeOffset StateSince, string Proposer, int Quorum, int Approvals, DateTimeOffset WaitingSince,
    DateTimeOffset? CoolingOffUntil, DateTimeOffset? ReleasedAt, DateTimeOffset? LapsesAt, BatchTally Tally, long ClosedItems,
    IReadOnlyList<GateCount> Gates, IReadOnlyList<HoldOnBatch> Holds, IReadOnlyList<string> Unfetched, IReadOnlyList<OwedProof> Owed);

/// <summary>Items that one gate keeps back.</summary>
public sealed record GateCount(Gates Gate, long Closed);

/// <param name="Scope">What it covers, in words: “the location Singapore”.</param>
public sealed record HoldOnBatch(long Id, string Matter, string Scope, string PlacedBy, DateTimeOffset PlacedAt, DateOnly ReviewOn);

/// <summary>The proof that a source owes: reported deletions that no complete inventory of it has confirmed.</summary>
/// <param name="Oldest">When the oldest of them was done, by its executor.</param>
/// <param name="ExpectedAt">When its next report is or was due; null when it has never reported.</param>
/// <param name="IsComplete">A source that lists only a part of what it has can prove nothing absent.</param>
public sealed record OwedProof(long SourceId, string Source, DateTimeOffset Oldest, TimeSpan Interval, DateTimeOffset? ExpectedAt, bool IsComplete)
{
    public ProofAge AgeAt(DateTimeOffset now) => ProofAges.Of(Oldest, Interval, now);
}
