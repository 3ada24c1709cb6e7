using Dashboard.Core.Inventory;

namespace Dashboard.Core.Deletions;

/// <summary>What a batch would delete, as totals: enough to describe 100,000 items without reading them.</summary>
/// <param name="InsideCopies">Copies inside the boundary.</param>
/// <param name="LastBackups">Number of datasets that would have no backup left anywhere.</param>
/// <param name="LastBackupDatasets">The first of those datasets, at most <see cref="MostNamed"/>.</param>
public sealed record BatchScope(
    long Datasets, long InsideCopies, IReadOnlyList<ScopePlace> Places, IReadOnlyList<ScopeClassification> Classifications,
    long LastBackups, IReadOnlyList<long> LastBackupDatasets)
{
    public const int MostNamed = 200;

    public static readonly BatchScope Empty = new(0, 0, [], [], 0, []);

    /// <summary>The owners of the data, largest amount first, at most <see cref="MostNamed"/>.</summary>
    public IReadOnlyList<ScopeOwner> Owners { get; init; } = [];
}

/// <summary>The items of one role at one location.</summary>
public sealed record ScopePlace(long LocationId, CopyRole Role, long Copies, long Bytes);

public sealed record ScopeClassification(long ClassificationId, long Copies, long Bytes);

/// <summary>The items of one owner's datasets in one system.</summary>
/// <param name="Owner">Null if no owner is named.</param>
public sealed record ScopeOwner(long SystemId, string? Owner, long Copies, long Bytes);
