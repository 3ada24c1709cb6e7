namespace Dashboard.Core.Findings;

public enum FindingKind
{
    /// <summary>Copies were listed again after their absence had been found.</summary>
    CopyReappeared,

    /// <summary>A complete inventory lacks copies although nobody ordered their deletion.</summary>
    CopyVanished,

    /// <summary>An executor reported copies as deleted, and a later inventory lists them.</summary>
    StillPresentAfterReport,

    /// <summary>Copies whose absence a batch had proved are listed again.</summary>
    DeletedCopyReappeared,

    /// <summary>Copies were deleted after their order had been stopped.</summary>
    DeletedWithoutOrder,
}

public enum FindingState
{
    Open,
    Acknowledged,
    Resolved,
}

/// <summary>
/// Something that must be answered. An import raises at most one of a kind for each dataset it concerns, and for each batch whose items it
/// contradicts.
/// </summary>
public sealed class Finding(FindingKind kind, long datasetId, long? importId, long copies, DateTimeOffset openedAt)
{
    public long Id { get; private set; }

    public FindingKind Kind { get; private set; } = kind;

    public FindingState State { get; private set; } = FindingState.Open;

    public long DatasetId { get; private set; } = datasetId;

    /// <summary>The import whose evidence raised it; null when a report did.</summary>
    public long? ImportId { get; private set; } = importId;

    /// <summary>The deletion batch that it concerns; null when it concerns none.</summary>
    public long? BatchId { get; init; }

    /// <summary>Number of copies it concerns.</summary>
    public long Copies { get; private set; } = copies;

    public DateTimeOffset OpenedAt { get; private set; } = openedAt;
}
