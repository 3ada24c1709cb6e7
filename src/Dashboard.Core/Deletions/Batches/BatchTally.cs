namespace Dashboard.Core.Deletions;

/// <summary>How many items of a batch stand where, and the bytes that matter. Counted anew whenever an item moves.</summary>
/// <param name="Copies">Items that are neither excluded nor moved to another batch.</param>
/// <param name="Bytes">Theirs.</param>
/// <param name="Waiting">Not yet handed out to an executor.</param>
/// <param name="Ordered">Handed out and not yet answered for.</param>
/// <param name="Reported">An executor says deleted; not verified.</param>
/// <param name="Verified">Verified absent.</param>
/// <param name="StillPresent">Reported, and listed again by a later inventory.</param>
/// <param name="Reappeared">Verified absent once, and listed again.</param>
public sealed record BatchTally(
    long Copies, long Bytes, long Waiting, long Ordered, long Reported, long ReportedBytes, long Failed, long Verified, long VerifiedBytes,
    long StillPresent, long Reappeared, long Excluded, long Moved)
{
    public static readonly BatchTally Empty = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Items that some executor has still to answer for.</summary>
    public long Unanswered => Waiting + Ordered + StillPresent;

    /// <summary>Has any item been acted upon?</summary>
    public bool IsTouched => Reported + Failed + Verified + StillPresent + Reappeared > 0;
}
