namespace Dashboard.Core.Deletions;

/// <summary>The number of items of a batch in each state, with the bytes that matter. Recounted whenever an item changes state.</summary>
/// <param name="Copies">Items that are neither excluded nor moved to another batch.</param>
/// <param name="Bytes">The bytes of these items.</param>
/// <param name="Waiting">Not yet handed out to an executor.</param>
/// <param name="Ordered">Handed out, but not yet reported on.</param>
/// <param name="Reported">Reported as deleted by an executor, not verified.</param>
/// <param name="Verified">Verified absent.</param>
/// <param name="StillPresent">Reported as deleted, but listed again by a later inventory.</param>
/// <param name="Reappeared">Was verified absent, but is listed again.</param>
public sealed record BatchTally(
    long Copies, long Bytes, long Waiting, long Ordered, long Reported, long ReportedBytes, long Failed, long Verified, long VerifiedBytes,
    long StillPresent, long Reappeared, long Excluded, long Moved)
{
    public static readonly BatchTally Empty = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Items that executors still have to report on.</summary>
    public long Unanswered => Waiting + Ordered + StillPresent;

    /// <summary>Whether any item has been acted on.</summary>
    public bool IsTouched => Reported + Failed + Verified + StillPresent + Reappeared > 0;
}
