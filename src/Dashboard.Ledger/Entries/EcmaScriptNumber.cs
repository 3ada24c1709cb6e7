using System.Globalization;
using System.Text;

namespace Dashboard.Ledger;

/// <summary>Writes a double like ECMAScript's Number::toString (ECMA-262 section 6.1.6.1.20), as RFC 8785 requires.</summary>
internal static class EcmaScriptNumber
{
    public static string Format(double number)
    {
        if (!double.IsFinite(number)) throw new CanonicalJsonException("A JSON number cannot be infinite or NaN.");
        if (number == 0) return "0";
        if (number < 0) return "-" + Format(-number);

        // Like ECMAScript, .NET gives the shortest digits that parse to the same double; only the layout differs.
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var (digits, point) = Digits(shortest);
        var count = digits.Length;
        if (count <= point && point <= 21) return digits + new string('0', point - count);
        if (point is > 0 and <= 21) return $"{digits[..point]}.{digits[point..]}";
        if (point is > -6 and <= 0) return $"0.{new string('0', -point)}{digits}";
        var exponent = point - 1;
        var mantissa = new StringBuilder(digits[..1]);
        if (count > 1) mantissa.Append('.').Append(digits, 1, count - 1);
        return $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent)}";
    }

    /// <summary>The significant digits, and the position of the decimal point relative to the first of them.</summary>
    private static (string Digits, int Point) Digits(string written)
    {
        var e = written.IndexOf('E');
        var mantissa = e < 0 ? written : written[..e];
        var exponent = e < 0 ? 0 : int.Parse(written.AsSpan(e + 1), NumberStyles.AllowLeadingSign);
        var dot = mantissa.IndexOf('.');
        var point = (dot < 0 ? mantissa.Length : dot) + exponent;
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        return (digits.TrimEnd('0'), point - (all.Length - digits.Length));
    }
}
