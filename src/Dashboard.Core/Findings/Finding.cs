namespace Dashboard.Core.Findings;

public enum FindingKind
{
    /// <summary>Copies are listed again after they were verified absent or missing.</summary>
    CopyReappeared,

    /// <summary>A complete inventory does not list copies, although no one ordered their deletion.</summary>
    CopyVanished,

    /// <summary>An executor reported copies as deleted, but a later inventory lists them.</summary>
    StillPresentAfterReport,

    /// <summary>Copies that a batch verified absent are listed again.</summary>
    DeletedCopyReappeared,

    /// <summary>Copies were deleted after their order was stopped.</summary>
    DeletedWithoutOrder,

    /// <summary>Copies moved to a location with another position.</summary>
    MovedAcrossBoundary,

    /// <summary>Copies that belonged to the dataset now belong to another one.</summary>
    Relabelled,

    /// <summary>Copies that are not inside have another role, such as a backup that is now called a cache.</summary>
    RoleChanged,

    /// <summary>Copies that are not inside became much smaller without a deletion.</summary>
    SizeFell,

    /// <summary>Copies may be deleted earlier than before.</summary>
    RetentionShortened,

    /// <summary>A register says that the dataset need no longer be inside, and a lead confirmed it.</summary>
    ClassificationLowered,
}

public enum FindingState
{
    Open,
    Acknowledged,
    Resolved,
}

/// <summary>
/// Something that must be answered. An import raises at most one finding of each kind per dataset, and per batch whose items it
/// contradicts.
/// </summary>
public sealed class Finding(FindingKind kind, long datasetId, long? importId, long copies, DateTimeOffset openedAt)
{
    public long Id { get; private set; }

    public FindingKind Kind { get; private set; } = kind;

    public FindingState State { get; private set; } = FindingState.Open;

    public long DatasetId { get; private set; } = datasetId;

    /// <summary>The import whose evidence raised it; null if a report raised it.</summary>
    public long? ImportId { get; private set; } = importId;

    /// <summary>The deletion batch that it concerns; null if none.</summary>
    public long? BatchId { get; init; }

    /// <summary>Number of copies it concerns.</summary>
    public long Copies { get; private set; } = copies;

    /// <summary>What changed, from what to what; null for kinds whose name says all.</summary>
    public string? Detail { get; init; }

    public DateTimeOffset OpenedAt { get; private set; } = openedAt;
}
