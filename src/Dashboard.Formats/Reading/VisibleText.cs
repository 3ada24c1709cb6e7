using System.Globalization;
using System.Text;

namespace Dashboard.Formats.Reading;

/// <summary>Text from a file, made safe to show in a message: short, on one line, and without characters that hide or reorder others.</summary>
internal static class VisibleText
{
    public const int MaxLength = 200;
    private const int MaxBytesPerCharacter = 4;

    public static string Of(ReadOnlySpan<byte> utf8)
    {
        var head = utf8[..Math.Min(utf8.Length, (MaxLength + 1) * MaxBytesPerCharacter)];
        return Of(Encoding.UTF8.GetString(head));
    }

    public static string Of(string text)
    {
        var visible = new StringBuilder(Math.Min(text.Length, MaxLength));
        foreach (var rune in text.EnumerateRunes())
        {
            var shown = Show(rune);
            if (visible.Length + shown.Length > MaxLength)
            {
                visible.Length = Math.Min(visible.Length, MaxLength - 1);
                return visible.Append('…').ToString();
            }

            visible.Append(shown);
        }

        return visible.ToString();
    }

    // U+2400 to U+2421 are symbols for the ASCII control characters. Format characters include the bidirectional overrides (Unicode TR 36).
    private static string Show(Rune rune) => rune.Value switch
    {
        < 0x20 => ((char)(0x2400 + rune.Value)).ToString(),
        0x7F => "\u2421",
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => $"<U+{rune.Value:X4}>",
        _ => rune.ToString(),
    };
}
