using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Dashboard.Web.Shell;

namespace Dashboard.Component.Tests.Shell;

/// <summary>The design tokens in tokens.css.</summary>
internal static partial class Tokens
{
    public static readonly string Css = Read();

    /// <summary>Each colour in light and dark.</summary>
    public static readonly IReadOnlyDictionary<string, (string Light, string Dark)> Colours = Pair().Matches(Css)
        .ToDictionary(pair => pair.Groups["name"].Value, pair => (pair.Groups["light"].Value, pair.Groups["dark"].Value), StringComparer.Ordinal);

    public static readonly IReadOnlySet<string> Names = Declaration().Matches(Css)
        .Select(name => name.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>Contrast ratio of WCAG 2.2 (relative luminance of sRGB).</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + .05) / (Math.Min(a, b) + .05);
    }

    public static IEnumerable<string> Sheets([CallerFilePath] string here = "") =>
        Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(here, "../../../../wwwroot-assets/css")), "*.css");

    private static double Luminance(string colour)
    {
        return .2126 * Channel(1) + .7152 * Channel(3) + .0722 * Channel(5);

        double Channel(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= .04045 ? value / 12.92 : Math.Pow((value + .055) / 1.055, 2.4);
        }
    }

    private static string Read()
    {
        using var stream = typeof(NavItem).Assembly.GetManifestResourceStream("tokens.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("--(?<name>[a-z-]+): light-dark\\((?<light>#[0-9A-F]{6}), (?<dark>#[0-9A-F]{6})\\);", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pair();

    [GeneratedRegex("--(?<name>[a-z-]+):", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();
}
