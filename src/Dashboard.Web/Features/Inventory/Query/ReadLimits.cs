namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>When the inventory is read in which way. Each limit is where two ways take equally long among ten million copies.</summary>
internal sealed record ReadLimits
{
    public static readonly ReadLimits Default = new();

    /// <summary>Up to this many datasets are known by their ids, and their totals are exact.</summary>
    public int KnownDatasets { get; init; } = 500;

    /// <summary>The first copies are read of up to this many datasets, at two microseconds each. Where there are more, copy after copy is tested.</summary>
    public int Datasets { get; init; } = 10_000;

    /// <summary>Up to this many copies whose resource ids begin alike are read and sorted.</summary>
    public int SortedCopies { get; init; } = 10_000;
}
