using Dashboard.Core.Inventory;

namespace Dashboard.Core.Imports;

/// <summary>What reconciling found for a staged row.</summary>
public enum StagedChange
{
    New,
    Unchanged,
    Changed,

    /// <summary>Was absent, and is listed again.</summary>
    Reappeared,

    /// <summary>Not listed by this complete inventory, and no one ordered its deletion.</summary>
    Vanished,

    /// <summary>Not listed by this complete inventory, and its deletion had been reported.</summary>
    VerifiedAbsent,

    /// <summary>Named by a row that was not understood. It stays as it was.</summary>
    NotUnderstood,
}

/// <summary>A row of an inventory, parsed and ready to be compared with the known copies.</summary>
/// <param name="Bytes">Size in bytes, as far as it is known.</param>
/// <param name="Line">Line of the file, counted from 1.</param>
/// <param name="DatasetId">Negative for a dataset that the import will create.</param>
/// <param name="LocationId">Negative for a location that the import will create.</param>
public readonly record struct StagedCopy(
    long Line, string ResourceId, long DatasetId, long LocationId, CopyRole Role, long Bytes, long? Records, long? Objects,
    string? Fingerprint, DateOnly? RetainUntil, DateTimeOffset? CreatedAt)
{
    /// <summary>True when the row does not state the whole size. Then <see cref="Bytes"/> is what is known of it, 0 if nothing is.</summary>
    public bool IsSizeUnknown { get; init; }

    /// <summary>True when the store itself holds it.</summary>
    public bool IsHeld { get; init; }

    /// <inheritdoc cref="Copy.Coverage"/>
    public string? Coverage { get; init; }
}

/// <summary>A row that repeats the resource ID of an earlier one.</summary>
public readonly record struct StagedDuplicate(long Line, string ResourceId, long DatasetId, long LocationId, CopyRole Role, long Bytes);
