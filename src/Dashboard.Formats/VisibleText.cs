using System.Text;
using Dashboard.Formats.Reading;

namespace Dashboard.Formats;

/// <summary>Text from a file, made safe to show: on one line, and without characters that hide or reorder others.</summary>
public static class VisibleText
{
    /// <summary>The most UTF-16 characters of a message's quotation.</summary>
    public const int MaxLength = 200;

    private const int MaxBytesPerCharacter = 4;

    /// <summary>A quotation for a message, at most <see cref="MaxLength"/> characters.</summary>
    public static string Of(ReadOnlySpan<byte> utf8)
    {
        var head = utf8[..Math.Min(utf8.Length, (MaxLength + 1) * MaxBytesPerCharacter)];
        return Of(Encoding.UTF8.GetString(head));
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{byte})"/>
    public static string Of(string text) => Of(text, MaxLength);

    /// <summary>The whole text, for a name that is shown to people. Equal to <paramref name="text"/> when nothing in it is hidden.</summary>
    public static string Whole(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (HiddenCharacters.IsHidden(rune)) return Of(text, int.MaxValue);
        }

        return text;
    }

    private static string Of(string text, int most)
    {
        var visible = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            var shown = Show(rune);
            if (visible.Length + shown.Length > most)
            {
                visible.Length = Math.Min(visible.Length, most - 1);
                return visible.Append('…').ToString();
            }

            visible.Append(shown);
        }

        return visible.ToString();
    }

    // U+2400 to U+2421 are symbols for the ASCII control characters.
    private static string Show(Rune rune) => rune.Value switch
    {
        < 0x20 => ((char)(0x2400 + rune.Value)).ToString(),
        0x7F => "\u2421",
        _ when HiddenCharacters.IsHidden(rune) => $"<U+{rune.Value:X4}>",
        _ => rune.ToString(),
    };
}
