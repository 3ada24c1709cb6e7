using System.Collections.Frozen;
using System.Globalization;

namespace Dashboard.Core.Inventory;

/// <summary>The built-in table of the regions of Oracle, AWS, Google and Azure, as published by these operators.</summary>
public static class CloudRegions
{
    public static readonly IReadOnlyList<CloudRegion> All =
        [.. ReferenceTable.Read("cloud-regions.csv").Select(row => new CloudRegion(
            row[0], row[1], row[2].Length == 0 ? null : row[2], row[3], row[4],
            double.Parse(row[5], CultureInfo.InvariantCulture), double.Parse(row[6], CultureInfo.InvariantCulture)))];

    private static readonly FrozenDictionary<string, CloudRegion> ByKey =
        All.ToFrozenDictionary(region => Location.KeyOf(region.Operator, region.Region));

    private static readonly FrozenDictionary<string, CloudRegion> ByOracleKey =
        All.Where(region => region.Key is not null).ToFrozenDictionary(region => region.Key!);

    private static readonly FrozenDictionary<string, string> OperatorNames =
        All.Select(region => region.Operator).Distinct().ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The region with this name, in any case, or null if the operator publishes no such region.</summary>
    public static CloudRegion? Find(string operatorName, string region) =>
        ByKey.GetValueOrDefault(Location.KeyOf(operatorName, region));

    /// <summary>The Oracle region for a key such as <c>iad</c>, or null.</summary>
    public static CloudRegion? FindByOracleKey(string key) => ByOracleKey.GetValueOrDefault(key);

    /// <summary>The operator's name as this table spells it, or null if the table does not cover the operator.</summary>
    public static string? OperatorNamed(string operatorName) => OperatorNames.GetValueOrDefault(operatorName);
}
