using Dashboard.Core.Inventory;

namespace Dashboard.Core.Imports;

/// <summary>What reconciling found of a staged row.</summary>
public enum StagedChange
{
    New,
    Unchanged,
    Changed,

    /// <summary>Had been found absent, and is listed again.</summary>
    Reappeared,

    /// <summary>Not listed by this complete inventory, and nobody ordered its deletion.</summary>
    Vanished,

    /// <summary>Not listed by this complete inventory, and its deletion had been reported.</summary>
    VerifiedAbsent,
}

/// <summary>A row of an inventory, understood and ready to be compared with what is known.</summary>
/// <param name="Line">1-based line of the file it stands on.</param>
/// <param name="DatasetId">Negative for a dataset that the import will create.</param>
/// <param name="LocationId">Negative for a location that the import will create.</param>
public readonly record struct StagedCopy(
    long Line, string ResourceId, long DatasetId, long LocationId, CopyRole Role, long Bytes, long? Records, long? Objects,
    string? Fingerprint, DateOnly? RetainUntil, DateTimeOffset? CreatedAt);
