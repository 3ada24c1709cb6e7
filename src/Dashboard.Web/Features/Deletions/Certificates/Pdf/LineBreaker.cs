using System.Globalization;

namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>
/// Breaks a text into lines that fit: at spaces, else after the punctuation of addresses and identifiers, else wherever the line is full. A
/// line never gets a hyphen, so that what is put together again is exactly what was there.
/// </summary>
internal sealed class LineBreaker(Faces faces)
{
    /// <summary>Lines are at most this wide; a single character that is wider stands alone.</summary>
    public void Break(string text, TextStyle style, float width, List<Line> lines)
    {
        var shown = ShownText.Of(text, faces, style.Cut);
        var start = 0;
        while (start < shown.Length)
        {
            var (end, next, used) = Next(shown, start, style, width);
            lines.Add(new(shown[start..end], style, used));
            start = next;
        }
    }

    public float Width(string shown, TextStyle style)
    {
        var width = 0f;
        for (var index = 0; index < shown.Length;)
            width += Advance(shown, index, style, out index);
        return width;
    }

    private (int End, int Next, float Width) Next(string text, int start, TextStyle style, float limit)
    {
        float width = 0, goodWidth = 0, widthOfWord = 0;
        int good = -1, afterGood = -1, index = start;
        while (index < text.Length)
        {
            var advance = Advance(text, index, style, out var after);
            if (text[index] == ' ')
                (good, afterGood, goodWidth, widthOfWord) = (index, after, width, 0);
            else if (width + advance > limit && index > start)
                return good > start && !IsSplitAnyway(text, good, afterGood, goodWidth, style, limit) ? (good, afterGood, goodWidth) : (index, index, width);

            width += advance;
            widthOfWord += advance;
            index = after;

            // An address may be split after its punctuation, but only one that would leave most of the line empty otherwise.
            if (text[index - 1] is '/' or '-' or '_' or ':' or '.' or ',' or '=' or '&' or '?' or ';' or '+' && widthOfWord > limit / 4 && width <= limit)
                (good, afterGood, goodWidth) = (index, index, width);
            else if (IsIdeograph(text[index - 1]) && width <= limit)
                (good, afterGood, goodWidth) = (index, index, width);
        }

        return (text.Length, text.Length, width);
    }

    /// <summary>A hash that is longer than a line begins behind its label: on the next line it would be split too.</summary>
    private bool IsSplitAnyway(string text, int good, int afterGood, float goodWidth, TextStyle style, float limit)
    {
        if (text[good] != ' ' || goodWidth > limit / 2)
            return false;
        var width = 0f;
        for (var index = afterGood; index < text.Length && text[index] != ' ' && width <= limit;)
            width += Advance(text, index, style, out index);
        return width > limit;
    }

    /// <summary>The width of the character with its marks that begins here, and where the next one begins.</summary>
    private float Advance(string text, int index, TextStyle style, out int next)
    {
        if (text[index] is >= ' ' and <= '~' && (index + 1 == text.Length || text[index + 1] <= '~'))
        {
            next = index + 1;
            return faces.Own(style.Cut).Of(text[index]).Advance * style.Size;
        }

        next = index + StringInfo.GetNextTextElementLength(text, index);
        var width = 0f;
        foreach (var rune in text.AsSpan(index, next - index).EnumerateRunes())
            width += faces.For(style.Cut, rune.Value)?.Of(rune.Value).Advance * style.Size ?? 0;
        return width;
    }

    private static bool IsIdeograph(char character) => character is >= '\u2E80' and <= '\uD7AF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF';
}
