using Dashboard.Core.Inventory;

namespace Dashboard.Web.Features.Administration.Boundary;

/// <summary>Countries as they stand inside a sentence: “in the United States”.</summary>
internal static class CountryWords
{
    /// <summary>ISO 3166-1 names of some length, as English speaks of them.</summary>
    private static readonly Dictionary<string, string> Spoken = new(StringComparer.OrdinalIgnoreCase)
    {
        ["US"] = "the United States",
        ["GB"] = "the United Kingdom",
        ["AE"] = "the United Arab Emirates",
        ["NL"] = "the Netherlands",
        ["KR"] = "South Korea",
        ["PH"] = "the Philippines",
    };

    public static string In(string? code) => code is not null && Spoken.TryGetValue(code, out var spoken) ? spoken : Countries.NameOf(code);
}
