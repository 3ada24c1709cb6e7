using System.Runtime.InteropServices;
using System.Text;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>
/// Counts IDs that differ from an earlier one only in case, spaces or the way in which Unicode writes the same characters: often one resource
/// with two names. Remembers hashes only, of at most <see cref="MostCompared"/> IDs.
/// </summary>
internal sealed class LookAlikes
{
    private const int MostCompared = 2_000_000;

    private readonly Dictionary<ulong, ulong> seen = [];

    /// <summary>Number of IDs that look like an earlier one.</summary>
    public long Count { get; private set; }

    /// <summary>The first of them.</summary>
    public string? First { get; private set; }

    public void Add(string id)
    {
        var exact = HashOf(id);
        var key = HashOf(Folded(id));
        ref var earlier = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out var exists);
        if (!exists)
        {
            earlier = exact;
            if (seen.Count > MostCompared)
                seen.Remove(key);
            return;
        }

        if (earlier == exact)
            return; // A repeated row, which is rejected for that.
        Count++;
        First ??= id;
    }

    /// <summary>The ID without case, without differences of Unicode normalization, and with any white space as one space.</summary>
    public static string Folded(string id)
    {
        if (Ascii.IsValid(id))
            return id.ToLowerInvariant().Trim();
        var text = new StringBuilder(id.Length);
        foreach (var rune in (id.IsNormalized(NormalizationForm.FormKC) ? id : id.Normalize(NormalizationForm.FormKC)).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format)
                continue;
            text.Append(Rune.IsWhiteSpace(rune) ? " " : Rune.ToLowerInvariant(rune).ToString());
        }

        return text.ToString().Trim();
    }

    // FNV-1a, over characters.
    private static ulong HashOf(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
            hash = (hash ^ letter) * 1099511628211UL;
        return hash;
    }
}
