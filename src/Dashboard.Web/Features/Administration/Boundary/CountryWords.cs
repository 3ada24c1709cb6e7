using Dashboard.Core.Inventory;

namespace Dashboard.Web.Features.Administration.Boundary;

/// <summary>Names of countries within a sentence: “in the United States”.</summary>
internal static class CountryWords
{
    /// <summary>The usual English names of countries whose ISO 3166-1 name does not fit in a sentence.</summary>
    private static readonly Dictionary<string, string> UsualNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["US"] = "the United States",
        ["GB"] = "the United Kingdom",
        ["AE"] = "the United Arab Emirates",
        ["NL"] = "the Netherlands",
        ["KR"] = "South Korea",
        ["PH"] = "the Philippines",
    };

    public static string In(string? code) => code is not null && UsualNames.TryGetValue(code, out var name) ? name : Countries.NameOf(code);
}
