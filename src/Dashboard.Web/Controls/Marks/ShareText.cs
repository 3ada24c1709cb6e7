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

    public static string Of(long part, long whole) => Number(part, whole) is { } number ? $"{number} %" : "–";

    private static decimal Truncate(decimal value, int steps) => Math.Floor(value * steps) / steps;
}
