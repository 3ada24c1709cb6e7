using System.Buffers;
using System.Buffers.Text;

namespace Dashboard.Formats.Reading;

/// <summary>Explains what is wrong with a number, so that the reader knows what to change in the export.</summary>
internal static class Numbers
{
    private static readonly SearchValues<byte> InNumbers = SearchValues.Create("0123456789.,'_ eE+-"u8);

    /// <summary>Digits, optionally followed by a point and zeros, as spreadsheets and data frames write whole numbers: <c>1000.0</c>.</summary>
    public static bool TryWhole(ReadOnlySpan<byte> text, out long value)
    {
        var point = text.IndexOf((byte)'.');
        if (point >= 0)
        {
            var fraction = text[(point + 1)..];
            if (fraction.IsEmpty || fraction.ContainsAnyExcept((byte)'0')) text = default;
            else text = text[..point];
        }

        value = 0;
        return !text.IsEmpty && text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && Utf8Parser.TryParse(text, out value, out _);
    }

    /// <summary>Why the non-empty <paramref name="text"/> is not a whole number from 0 to <see cref="long.MaxValue"/>.</summary>
    public static string WhyNotWhole(ReadOnlySpan<byte> text)
    {
        var unsigned = text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        if (unsigned.IsEmpty || unsigned.ContainsAnyExcept(InNumbers) || !char.IsAsciiDigit((char)unsigned[0])) return "is not a whole number";
        if (unsigned.IndexOfAny("eE"u8) >= 0) return "is in scientific notation: write all digits";
        if (unsigned.IndexOfAny(",'_ "u8) >= 0) return "has thousands separators or a decimal comma: write digits only";
        if (unsigned.Contains((byte)'.')) return "has a fraction: write a whole number";
        if (text[0] == '-') return "is negative";
        if (text[0] == '+') return "has a plus sign: write digits only";
        return unsigned.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0 ? "is not a whole number" : "is larger than 9,223,372,036,854,775,807";
    }
}
