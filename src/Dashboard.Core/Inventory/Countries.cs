using System.Collections.Frozen;

namespace Dashboard.Core.Inventory;

/// <summary>A country in ISO 3166-1.</summary>
/// <param name="Code">Alpha-2, upper case.</param>
public sealed record Country(string Code, string Name);

/// <summary>The countries of ISO 3166-1, as published by the ISO 3166 maintenance agency.</summary>
public static class Countries
{
    private static readonly FrozenDictionary<string, Country> ByCode = ReferenceTable.Read("countries.csv")
        .Select(row => new Country(row[0], row[1]))
        .ToFrozenDictionary(country => country.Code, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<Country> All => ByCode.Values.OrderBy(country => country.Name, StringComparer.Ordinal);

    /// <summary>The country with this alpha-2 code, in any case, or null.</summary>
    public static Country? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The country's name; the code if the code is not known, and “Unknown country” for null.</summary>
    public static string NameOf(string? code) => code is null ? "Unknown country" : Find(code)?.Name ?? code;
}
