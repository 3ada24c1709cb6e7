using System.Text;

namespace Dashboard.Core;

/// <summary>The range of all texts with a given prefix. An index serves it, because both databases order text by code point.</summary>
public static class Beginning
{
    /// <summary>From the prefix itself (inclusive) to the prefix with its last character raised by one (exclusive).</summary>
    /// <param name="text">Not empty.</param>
    public static (string From, string Before) Of(string text)
    {
        _ = Rune.DecodeLastFromUtf16(text, out var last, out var length);
        var next = last.Value + 1;
        if (!Rune.IsValid(next))
            next = Math.Min(next + 0x800, 0x10FFFF); // Skips the surrogates, which are not characters.
        return (text, text[..^length] + new Rune(next));
    }
}
