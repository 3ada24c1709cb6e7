namespace Dashboard.Web.Controls.Marks;

/// <summary>A share in percent. It is truncated, never rounded up: 99.996 % must not read "100 %".</summary>
public static class ShareText
{
    public static string? Number(long part, long whole)
    {
        if (whole <= 0)
            return null;
        var percent = 100m * part / whole;
        return percent switch
        {
            >= 100 => "100",
            > 99.99m => ">99.99",
            >= 99 => Truncate(percent, 100).ToString("0.00"),
            > 0 and < 0.01m => "<0.01",
            < 0.1m and > 0 => Truncate(percent, 100).ToString("0.00"),
            <= 0 => "0",
            _ => Truncate(percent, 10).ToString("0.0"),
        };
    }

    /// <summary>
    /// The shares of all parts, in tenths of a percent that add up to 100.0. The first part is truncated, and what truncation loses goes to the
    /// others, those with the largest remainder first: the first part, which is what is wanted, is never flattered.
    /// </summary>
    public static IReadOnlyList<string> OfAll(IReadOnlyList<long> parts)
    {
        const int Steps = 1000;
        var whole = parts.Sum(part => (decimal)part);
        if (whole == 0)
            return [.. parts.Select(_ => "–")];
        var exact = parts.Select(part => (decimal)part * Steps / whole).ToArray();
        var shown = exact.Select(share => (int)Math.Floor(share)).ToArray();
        var others = Enumerable.Range(0, parts.Count).Where(index => parts[index] > 0)
            .OrderBy(index => index == 0).ThenByDescending(index => exact[index] - shown[index]);
        foreach (var index in others.Take(Steps - shown.Sum()))
            shown[index]++;
        return [.. parts.Select((part, index) => part == 0 ? "0 %" : shown[index] == 0 ? "<0.1 %" : shown[index] == Steps ? part == whole ? "100 %" : ">99.9 %" : $"{shown[index] / 10m:0.0} %")];
    }

    public static string Of(long part, long whole) => Number(part, whole) is { } number ? $"{number} %" : "–";

    private static decimal Truncate(decimal value, int steps) => Math.Floor(value * steps) / steps;
}
