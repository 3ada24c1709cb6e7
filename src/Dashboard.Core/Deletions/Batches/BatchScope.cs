using Dashboard.Core.Inventory;

namespace Dashboard.Core.Deletions;

/// <summary>What a batch would delete, in sums: enough to describe a hundred thousand items without reading them.</summary>
/// <param name="InsideCopies">Copies that lie inside the boundary.</param>
/// <param name="LastBackups">Datasets that would have no backup left anywhere.</param>
/// <param name="LastBackupDatasets">The first of them, at most <see cref="MostNamed"/>.</param>
public sealed record BatchScope(
    long Datasets, long InsideCopies, IReadOnlyList<ScopePlace> Places, IReadOnlyList<ScopeClassification> Classifications,
    long LastBackups, IReadOnlyList<long> LastBackupDatasets)
{
    public const int MostNamed = 200;

    public static readonly BatchScope Empty = new(0, 0, [], [], 0, []);

    /// <summary>Whose data it is, largest first, at most <see cref="MostNamed"/>.</summary>
    public IReadOnlyList<ScopeHolding> Holdings { get; init; } = [];
}

/// <summary>The items of one role at one location.</summary>
public sealed record ScopePlace(long LocationId, CopyRole Role, long Copies, long Bytes);

public sealed record ScopeClassification(long ClassificationId, long Copies, long Bytes);

/// <summary>The items of one owner's datasets in one system.</summary>
/// <param name="Owner">Null where nobody is named.</param>
public sealed record ScopeHolding(long SystemId, string? Owner, long Copies, long Bytes);
