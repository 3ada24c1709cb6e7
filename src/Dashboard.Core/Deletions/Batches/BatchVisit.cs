namespace Dashboard.Core.Deletions;

/// <summary>When a member last opened a batch. Anything later is new to them.</summary>
public sealed class BatchVisit(long batchId, long memberId, DateTimeOffset at)
{
    public long BatchId { get; private set; } = batchId;

    public long MemberId { get; private set; } = memberId;

    public DateTimeOffset At { get; private set; } = at;

    public void Again(DateTimeOffset now) => At = now;
}
