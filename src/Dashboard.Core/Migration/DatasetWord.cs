using System.Text;

namespace Dashboard.Core.Migration;

/// <summary>A word of a dataset's name or URN. Text search finds datasets by these words from an index, without reading the datasets.</summary>
/// <remarks>Only <see cref="DashboardContext"/> writes these rows, when it saves datasets.</remarks>
public sealed class DatasetWord
{
    /// <summary>Longer words are stored and searched by their first characters.</summary>
    public const int MaxLength = 64;

    /// <summary>If a search text has more words than this, only the longest are used.</summary>
    private const int MaxSearchWords = 16;

    private DatasetWord()
    {
    }

    /// <summary>In lower case.</summary>
    public string Word { get; private set; } = "";

    public long DatasetId { get; private set; }

    /// <summary>
    /// The runs of letters and digits. A camel-case run is also stored from each of its parts on, so that “messages” finds
    /// <c>ChatMessages</c>.
    /// </summary>
    public static IReadOnlySet<string> Of(Dataset dataset)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in Runs(dataset.Name).Concat(Runs(dataset.Urn)))
        {
            words.Add(Normalized(run));
            for (var at = 1; at < run.Length; at++)
            {
                if (IsHump(run, at))
                    words.Add(Normalized(run[at..]));
            }
        }

        return words;
    }

    /// <summary>The words of a search text. A dataset matches if each of them is the start of one of its own words.</summary>
    public static IReadOnlyList<string> SearchWords(string text) =>
        [.. Runs(text).Select(Normalized).Distinct(StringComparer.Ordinal).OrderByDescending(word => word.Length).Take(MaxSearchWords)];

    private static IEnumerable<string> Runs(string text)
    {
        var start = 0;
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune))
            {
                if (at > start)
                    yield return text[start..at];
                start = at + rune.Utf16SequenceLength;
            }

            at += rune.Utf16SequenceLength;
        }

        if (text.Length > start)
            yield return text[start..];
    }

    /// <summary>Whether a camel-case part begins here, such as the M of <c>chatMessages</c> or the S of <c>HTTPServer</c>.</summary>
    private static bool IsHump(string run, int at) =>
        char.IsUpper(run[at]) && (char.IsLower(run[at - 1]) || (char.IsUpper(run[at - 1]) && at + 1 < run.Length && char.IsLower(run[at + 1])));

    private static string Normalized(string run)
    {
        var length = Math.Min(run.Length, MaxLength);
        return run[..(char.IsHighSurrogate(run[length - 1]) ? length - 1 : length)].ToLowerInvariant();
    }
}
