using System.Globalization;
using System.Text;

namespace Dashboard.Formats.Reading;

/// <summary>Characters that a person cannot see, cannot tell from a space, or that reorder the others (Unicode TR 36).</summary>
internal static class HiddenCharacters
{
    public static bool IsHidden(Rune rune) => rune.Value < 0x80
        ? rune.Value is < 0x20 or 0x7F
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator;
}
