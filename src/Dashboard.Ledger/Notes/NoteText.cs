using System.Text;

namespace Dashboard.Ledger;

/// <summary>What a signed note may consist of (https://c2sp.org/signed-note).</summary>
internal static class NoteText
{
    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Key names are not empty and hold neither spaces nor plus; control characters are not allowed anywhere.</summary>
    public static bool IsKeyName(string name) => name.Length > 0 && IsUnicode(name) && !name.Any(c => c < ' ' || c == '+' || char.IsWhiteSpace(c));

    /// <summary>The characters of a note: whole Unicode, no ASCII control characters but the line feed.</summary>
    public static void RefuseStrangeCharacters(string text)
    {
        if (!IsUnicode(text)) throw new NoteFormatException("A note is Unicode text; this one holds half a character (a lone surrogate).");
        foreach (var character in text)
        {
            if (character < ' ' && character != '\n') throw new NoteFormatException(Strange(character));
        }
    }

    /// <summary>A whole number as the formats write it: ASCII digits without leading zeros.</summary>
    public static bool TryParseNumber(ReadOnlySpan<char> text, out long number)
    {
        number = -1;
        return text is not [] && !text.ContainsAnyExceptInRange('0', '9') && (text.Length == 1 || text[0] != '0') && long.TryParse(text, out number);
    }

    private static string Strange(char character) => character is '\r'
        ? "The lines end with CR LF. A note has LF only; something on the way converted it, and its signature is over the original bytes."
        : $"A note has no control characters but the line feed; this one holds U+{(int)character:X4}.";

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
