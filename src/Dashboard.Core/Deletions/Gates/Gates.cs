namespace Dashboard.Core.Deletions;

/// <summary>The conditions for deleting a copy. A gate that cannot be evaluated is closed.</summary>
[Flags]
public enum Gates
{
    None = 0,

    /// <summary>It is the copy that was proposed: the same dataset, location and role, and its source lists it.</summary>
    SameCopy = 1,

    /// <summary>It is outside the boundary, or the batch says why an inside copy is redundant.</summary>
    OutsideBoundary = 2,

    /// <summary>The dataset has an equal copy inside that a source confirmed within its interval and that no batch proposes to delete.</summary>
    EqualCopyInside = 4,

    /// <summary>No active legal hold covers it.</summary>
    NoHold = 8,

    /// <summary>Its retain-until date has passed, or it has none.</summary>
    RetentionPassed = 16,

    /// <summary>It is in no other open batch.</summary>
    NoOtherBatch = 32,

    /// <summary>Its own source reported within its interval.</summary>
    SourceFresh = 64,
}

/// <summary>The gates in the order in which they are shown.</summary>
public static class GateList
{
    public static readonly IReadOnlyList<Gates> All =
        [Gates.SameCopy, Gates.OutsideBoundary, Gates.EqualCopyInside, Gates.NoHold, Gates.RetentionPassed, Gates.NoOtherBatch, Gates.SourceFresh];

    public static readonly Gates Every = All.Aggregate(Gates.None, (all, gate) => all | gate);
}
