namespace Dashboard.Core.Findings;

public enum FindingKind
{
    /// <summary>Copies were listed again after their absence had been found.</summary>
    CopyReappeared,

    /// <summary>A complete inventory lacks copies although nobody ordered their deletion.</summary>
    CopyVanished,
}

public enum FindingState
{
    Open,
    Acknowledged,
    Resolved,
}

/// <summary>Something that must be answered. An import raises at most one of a kind for each dataset it concerns.</summary>
public sealed class Finding(FindingKind kind, long datasetId, long importId, long copies, DateTimeOffset openedAt)
{
    public long Id { get; private set; }

    public FindingKind Kind { get; private set; } = kind;

    public FindingState State { get; private set; } = FindingState.Open;

    public long DatasetId { get; private set; } = datasetId;

    /// <summary>The import whose evidence raised it.</summary>
    public long ImportId { get; private set; } = importId;

    /// <summary>Number of copies it concerns.</summary>
    public long Copies { get; private set; } = copies;

    public DateTimeOffset OpenedAt { get; private set; } = openedAt;
}
