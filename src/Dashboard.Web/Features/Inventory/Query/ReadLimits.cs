namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>Limits that decide how the inventory is read. At each limit, two ways of reading took the same time at ten million copies.</summary>
internal sealed record ReadLimits
{
    public static readonly ReadLimits Default = new();

    /// <summary>Up to this many datasets are listed by ID, and their totals are exact.</summary>
    public int KnownDatasets { get; init; } = 500;

    /// <summary>Up to this many datasets, the first copies of each are read, in two microseconds each. Above it, copies are tested in sort order.</summary>
    public int Datasets { get; init; } = 10_000;

    /// <summary>Up to this many copies whose resource IDs share a prefix are read and sorted.</summary>
    public int SortedCopies { get; init; } = 10_000;
}
