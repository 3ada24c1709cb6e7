using System.Text;

namespace Dashboard.Core;

/// <summary>Texts that begin with a given one, as a range that an index serves: both databases order text by its code points.</summary>
public static class Beginning
{
    /// <summary>They go from the text itself up to, and without, the same text with its last character raised by one.</summary>
    /// <param name="text">Not empty.</param>
    public static (string From, string Before) Of(string text)
    {
        _ = Rune.DecodeLastFromUtf16(text, out var last, out var length);
        var next = last.Value + 1;
        if (!Rune.IsValid(next))
            next = Math.Min(next + 0x800, 0x10FFFF); // Past the surrogates, which are no characters.
        return (text, text[..^length] + new Rune(next));
    }
}
