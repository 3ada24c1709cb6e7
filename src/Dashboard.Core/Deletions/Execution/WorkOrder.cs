using Dashboard.Core.Ledger;

namespace Dashboard.Core.Deletions;

/// <summary>The part of a released batch at one location: what an executor is asked to delete.</summary>
public sealed class WorkOrder : ILedgered
{
    private WorkOrder()
    {
    }

    public long Id { get; private set; }

    public long BatchId { get; private set; }

    public long LocationId { get; private set; }

    /// <summary>The batch's round when the order was released. An order of an earlier round is void.</summary>
    public int Round { get; private set; }

    public DateTimeOffset ReleasedAt { get; private set; }

    public DateTimeOffset? FirstHandedOutAt { get; private set; }

    public DateTimeOffset? LastHandedOutAt { get; private set; }

    /// <summary>SHA-256 of the payload that was last handed out, lower-case hex.</summary>
    public string? PayloadSha256 { get; private set; }

    public static WorkOrder Release(DeletionBatch batch, long locationId, DateTimeOffset now) =>
        new() { BatchId = batch.Id, LocationId = locationId, Round = batch.Round, ReleasedAt = now };

    /// <summary>An executor fetched it.</summary>
    /// <returns>Whether the payload differs from the one before.</returns>
    public bool HandOut(string payloadSha256, DateTimeOffset now)
    {
        var isNew = PayloadSha256 != payloadSha256;
        FirstHandedOutAt ??= now;
        (LastHandedOutAt, PayloadSha256) = (now, payloadSha256);
        return isNew;
    }
}
