using Dashboard.Web.Controls.Charts;

namespace Dashboard.Web.Controls.Marks;

/// <summary>Bytes as people read them: decimal units (1 kB = 1,000 B), three significant digits.</summary>
public static class ByteText
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"];

    public static string Of(long bytes)
    {
        var (number, unit) = Split(bytes);
        return $"{number} {unit}";
    }

    public static string Exact(long bytes) => bytes == 1 ? "1 byte" : $"{bytes:N0} bytes";

    /// <summary>The number and its unit separately, for a headline that shows them in two sizes.</summary>
    public static (string Number, string Unit) Split(long bytes)
    {
        var size = Math.Abs((decimal)bytes);
        var unit = 0;
        // 999.5 would round to 1000, so it moves to the next unit.
        while (size >= 999.5m && unit < Units.Length - 1)
        {
            size /= 1000;
            unit++;
        }

        var digits = unit == 0 || size >= 99.95m ? "0" : size >= 9.995m ? "0.0" : "0.00";
        return ($"{(bytes < 0 ? "−" : "")}{size.ToString(digits)}", Units[unit]);
    }
}
