using Dashboard.Core.Inventory;

namespace Dashboard.Core.Deletions;

/// <summary>
/// One copy in a batch, as it was when the batch was put together. Items are written set-based; the ledger covers them by the hash of the
/// manifest that lists them.
/// </summary>
public sealed class DeletionItem
{
    private DeletionItem()
    {
    }

    public long BatchId { get; private set; }

    /// <summary>From 1, in the order of the manifest; an item keeps its number.</summary>
    public long Number { get; private set; }

    public long CopyId { get; private set; }

    public long SourceId { get; private set; }

    public string ResourceId { get; private set; } = "";

    public long DatasetId { get; private set; }

    public long LocationId { get; private set; }

    public CopyRole Role { get; private set; }

    public long Bytes { get; private set; }

    public long? Records { get; private set; }

    public string? Fingerprint { get; private set; }

    public DateOnly? RetainUntil { get; private set; }

    public ItemState State { get; private set; }

    /// <summary>While true, no other batch can claim the copy.</summary>
    public bool IsClaimed { get; private set; }

    /// <summary>Gates found closed by the latest evaluation; before the first one, all gates.</summary>
    public Gates ClosedGates { get; private set; } = GateList.Every;

    public string? ExcludedBy { get; private set; }

    public string? ExclusionReason { get; private set; }

    /// <summary>When a work order with it was first handed out.</summary>
    public DateTimeOffset? OrderedAt { get; private set; }

    /// <summary>When the item was executed or failed, according to the report that counts.</summary>
    public DateTimeOffset? PerformedAt { get; private set; }

    /// <summary>The report that counts.</summary>
    public long? ReportId { get; private set; }

    /// <summary>As-of time of the inventory that verified it absent.</summary>
    public DateTimeOffset? VerifiedAt { get; private set; }

    /// <summary>The import of that inventory.</summary>
    public long? VerifiedByImportId { get; private set; }

    /// <summary>Why the latest import that does not list the copy does not prove its deletion.</summary>
    public ProofGaps ProofGaps { get; private set; }

    /// <summary>That import; null before there was one.</summary>
    public long? CheckedByImportId { get; private set; }

    /// <summary>The batch that it was moved to.</summary>
    public long? MovedToBatchId { get; private set; }

    public static DeletionItem Of(long batchId, long number, Copy copy) => new()
    {
        BatchId = batchId,
        Number = number,
        CopyId = copy.Id,
        SourceId = copy.SourceId,
        ResourceId = copy.ResourceId,
        DatasetId = copy.DatasetId,
        LocationId = copy.LocationId,
        Role = copy.Role,
        Bytes = copy.Bytes,
        Records = copy.Records,
        Fingerprint = copy.Fingerprint,
        RetainUntil = copy.RetainUntil,
    };
}
