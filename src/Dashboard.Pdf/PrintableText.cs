using System.Globalization;
using System.Text;

namespace Dashboard.Pdf;

/// <summary>
/// Makes a text printable without hiding anything. These characters are printed as their code points, for example <c>[U+202E]</c>: invisible
/// characters, characters that reverse the reading direction, and characters that no embedded font has. A line feed or tab becomes a space.
/// </summary>
internal static class PrintableText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    public static string Of(string text, FontSet fonts, DocumentFont font)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;

        var printable = new StringBuilder(text.Length + 16);
        var rest = text.AsSpan();
        var previous = -1;
        while (rest.Length > 0)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var read) is not System.Buffers.OperationStatus.Done)
                printable.Append($"[U+{(int)rest[0]:X4}]");
            else if (rune.Value is '\n' or '\r' or '\t')
                printable.Append(' ');
            else if (IsInvisible(rune) && !IsJoinerInWord(rune, previous) || fonts.FaceFor(font, rune.Value) is null)
                printable.Append($"[U+{rune.Value:X4}]");
            else
                printable.Append(rune.ToString());
            previous = rune.Value;
            rest = rest[read..];
        }

        return printable.ToString();
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned;

    /// <summary>Persian and other right-to-left scripts need the two joiners for spelling. Elsewhere they can only hide something.</summary>
    private static bool IsJoinerInWord(Rune rune, int previous) =>
        rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner && TextDirection.IsRightToLeft(previous);
}
