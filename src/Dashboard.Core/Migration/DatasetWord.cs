using System.Text;

namespace Dashboard.Core.Migration;

/// <summary>A word of a dataset's name or URN: what a text search finds the dataset by, from an index and without reading datasets.</summary>
/// <remarks><see cref="DashboardContext"/> keeps these rows when it saves datasets; nobody else writes them.</remarks>
public sealed class DatasetWord
{
    /// <summary>Longer words are kept, and looked for, by their first characters.</summary>
    public const int MaxLength = 64;

    /// <summary>A text of more words than this is looked for by its longest.</summary>
    private const int MostAskedFor = 16;

    private DatasetWord()
    {
    }

    /// <summary>In lower case.</summary>
    public string Word { get; private set; } = "";

    public long DatasetId { get; private set; }

    /// <summary>Runs of letters and digits; one in camel case also from each of its humps on, so that <c>ChatMessages</c> is found by “messages”.</summary>
    public static IReadOnlySet<string> Of(Dataset dataset)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in Runs(dataset.Name).Concat(Runs(dataset.Urn)))
        {
            words.Add(Kept(run));
            for (var at = 1; at < run.Length; at++)
            {
                if (IsHump(run, at))
                    words.Add(Kept(run[at..]));
            }
        }

        return words;
    }

    /// <summary>The words of a search. A dataset is found when each of them begins one of its own.</summary>
    public static IReadOnlyList<string> AskedFor(string text) =>
        [.. Runs(text).Select(Kept).Distinct(StringComparer.Ordinal).OrderByDescending(word => word.Length).Take(MostAskedFor)];

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

    /// <summary>Does a part begin here: the M of <c>chatMessages</c>, or the S of <c>HTTPServer</c>?</summary>
    private static bool IsHump(string run, int at) =>
        char.IsUpper(run[at]) && (char.IsLower(run[at - 1]) || (char.IsUpper(run[at - 1]) && at + 1 < run.Length && char.IsLower(run[at + 1])));

    private static string Kept(string run)
    {
        var length = Math.Min(run.Length, MaxLength);
        return run[..(char.IsHighSurrogate(run[length - 1]) ? length - 1 : length)].ToLowerInvariant();
    }
}
