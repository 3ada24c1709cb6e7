using System.Text;

namespace Dashboard.Ledger;

/// <summary>The allowed content of a signed note (https://c2sp.org/signed-note).</summary>
internal static class NoteText
{
    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A key name is not empty and contains no spaces, plus signs or control characters.</summary>
    public static bool IsKeyName(string name) => name.Length > 0 && IsUnicode(name) && !name.Any(c => c < ' ' || c == '+' || char.IsWhiteSpace(c));

    /// <summary>Throws when a text is not valid Unicode, or contains ASCII control characters other than the line feed.</summary>
    public static void RefuseInvalidCharacters(string text)
    {
        if (!IsUnicode(text)) throw new NoteFormatException("A note must be Unicode text; this one contains a lone surrogate (half a character).");
        foreach (var character in text)
        {
            if (character < ' ' && character != '\n') throw new NoteFormatException(InvalidCharacter(character));
        }
    }

    /// <summary>Reads a whole number in the form that the formats require: ASCII digits without leading zeros.</summary>
    public static bool TryParseNumber(ReadOnlySpan<char> text, out long number)
    {
        number = -1;
        return text is not [] && !text.ContainsAnyExceptInRange('0', '9') && (text.Length == 1 || text[0] != '0') && long.TryParse(text, out number);
    }

    private static string InvalidCharacter(char character) => character is '\r'
        ? "The lines end with CR LF, but a note uses LF. The file was converted, so its signature no longer matches."
        : $"A note must not contain control characters other than the line feed; this one contains U+{(int)character:X4}.";

    private static bool IsUnicode(string text)
    {
        try
        {
            Utf8.GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
