using System.Globalization;

namespace Dashboard.Pdf;

/// <summary>
/// Breaks a text into lines that fit. It breaks at a space if it can, then after the punctuation of addresses and identifiers, then wherever
/// the line is full. It never adds a hyphen, so the lines joined together are exactly the original text.
/// </summary>
internal sealed class LineBreaker(FontSet fonts)
{
    /// <param name="text">Any text.</param>
    /// <param name="style">Font and size.</param>
    /// <param name="width">The longest line in points. A single character that is wider gets a line of its own.</param>
    /// <param name="lines">Receives the lines.</param>
    public void Break(string text, TextStyle style, float width, List<TextLine> lines)
    {
        var printable = PrintableText.Of(text, fonts, style.Font);
        var start = 0;
        while (start < printable.Length)
        {
            var (end, next, used) = Next(printable, start, style, width);
            lines.Add(new(printable[start..end], style, used));
            start = next;
        }
    }

    /// <summary>Width in points of a printable text on one line.</summary>
    public float Width(string printable, TextStyle style)
    {
        var width = 0f;
        for (var index = 0; index < printable.Length;)
            width += Advance(printable, index, style, out index);
        return width;
    }

    private (int End, int Next, float Width) Next(string text, int start, TextStyle style, float limit)
    {
        float width = 0, breakWidth = 0, wordWidth = 0;
        int breakAt = -1, afterBreak = -1, index = start;
        while (index < text.Length)
        {
            var advance = Advance(text, index, style, out var after);
            if (text[index] == ' ')
                (breakAt, afterBreak, breakWidth, wordWidth) = (index, after, width, 0);
            else if (width + advance > limit && index > start)
                return breakAt > start && !IsNextWordTooLong(text, breakAt, afterBreak, breakWidth, style, limit) ? (breakAt, afterBreak, breakWidth) : (index, index, width);

            width += advance;
            wordWidth += advance;
            index = after;

            // An address breaks after its punctuation only if it is long; otherwise it moves to the next line in one piece.
            if (text[index - 1] is '/' or '-' or '_' or ':' or '.' or ',' or '=' or '&' or '?' or ';' or '+' && wordWidth > limit / 4 && width <= limit)
                (breakAt, afterBreak, breakWidth) = (index, index, width);
            else if (IsIdeograph(text[index - 1]) && width <= limit)
                (breakAt, afterBreak, breakWidth) = (index, index, width);
        }

        return (text.Length, text.Length, width);
    }

    /// <summary>True for a word, such as a hash, that is longer than a whole line. It starts right after its label, because the next line could not hold it either.</summary>
    private bool IsNextWordTooLong(string text, int breakAt, int afterBreak, float breakWidth, TextStyle style, float limit)
    {
        if (text[breakAt] != ' ' || breakWidth > limit / 2)
            return false;
        var width = 0f;
        for (var index = afterBreak; index < text.Length && text[index] != ' ' && width <= limit;)
            width += Advance(text, index, style, out index);
        return width > limit;
    }

    /// <summary>Width of the character at this index together with its combining marks, and the index of the next character.</summary>
    private float Advance(string text, int index, TextStyle style, out int next)
    {
        if (text[index] is >= ' ' and <= '~' && (index + 1 == text.Length || text[index + 1] <= '~'))
        {
            next = index + 1;
            return fonts.Primary(style.Font).GlyphOf(text[index]).Advance * style.Size;
        }

        next = index + StringInfo.GetNextTextElementLength(text, index);
        var width = 0f;
        foreach (var rune in text.AsSpan(index, next - index).EnumerateRunes())
            width += fonts.FaceFor(style.Font, rune.Value)?.GlyphOf(rune.Value).Advance * style.Size ?? 0;
        return width;
    }

    private static bool IsIdeograph(char character) => character is >= '\u2E80' and <= '\uD7AF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF';
}
