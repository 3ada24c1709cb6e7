using System.Globalization;
using System.Text;

namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>
/// Makes a text printable without hiding anything: a character that is invisible, that would turn the reading direction round or that no
/// font here can draw is printed as its code point, as <c>[U+202E]</c>. A line feed becomes a space.
/// </summary>
internal static class ShownText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    public static string Of(string text, Faces faces, FontCut cut)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;

        var shown = new StringBuilder(text.Length + 16);
        var rest = text.AsSpan();
        var previous = -1;
        while (rest.Length > 0)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var read) is not System.Buffers.OperationStatus.Done)
                shown.Append($"[U+{(int)rest[0]:X4}]");
            else if (rune.Value is '\n' or '\r' or '\t')
                shown.Append(' ');
            else if (IsHidden(rune) && !JoinsWords(rune, previous) || faces.For(cut, rune.Value) is null)
                shown.Append($"[U+{rune.Value:X4}]");
            else
                shown.Append(rune.ToString());
            previous = rune.Value;
            rest = rest[read..];
        }

        return shown.ToString();
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned;

    /// <summary>Persian and other scripts spell words with the two joiners; elsewhere they only hide.</summary>
    private static bool JoinsWords(Rune rune, int previous) =>
        rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner && Direction.IsRightToLeft(previous);
}
