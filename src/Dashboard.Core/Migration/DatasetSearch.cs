using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Migration;

/// <summary>
/// The datasets that match a search text: each word of the text is the start of one of the dataset's words. The search starts from the
/// rarest word and reads a bounded number of entries, so its cost does not grow with the number of datasets.
/// </summary>
public sealed class DatasetSearch
{
    /// <summary>Up to this many matches are resolved to IDs.</summary>
    public const int Few = 500;

    /// <summary>Entries read per word; a word with more is common.</summary>
    private const int MostEntries = 10_000;

    private readonly DashboardContext context;
    private readonly IReadOnlyList<string> words;

    private DatasetSearch(DashboardContext context, IReadOnlyList<string> words, bool isCommon, long[] first, bool isAll) =>
        (this.context, this.words, IsCommon, First, IsAll) = (context, words, isCommon, first, isAll);

    /// <summary>The first matches, at most the number requested.</summary>
    public long[] First { get; }

    /// <summary>True if <see cref="First"/> contains all matches.</summary>
    public bool IsAll { get; }

    /// <summary>True if every word has more entries than are read. Otherwise there are at most that many matches.</summary>
    public bool IsCommon { get; }

    /// <summary>All matches; an ID can appear more than once.</summary>
    public IQueryable<long> Ids => IsAll
        ? context.Datasets.Where(dataset => EF.Parameter(First).Contains(dataset.Id)).Select(dataset => dataset.Id)
        : Having(Entries(context, words[0])).Select(entry => entry.DatasetId);

    /// <param name="few">Up to this many matches are resolved to IDs; a higher number costs more.</param>
    public static async Task<DatasetSearch> ResolveAsync(DashboardContext context, string text, CancellationToken cancellationToken, int few = Few)
    {
        var counts = new List<(string Word, int Count)>();
        foreach (var word in DatasetWord.SearchWords(text))
            counts.Add((word, await Counted(context, word).CountAsync(cancellationToken)));
        var rarestFirst = counts.OrderBy(entry => entry.Count).Select(entry => entry.Word).ToArray();
        if (counts.Count == 0 || counts.Exists(entry => entry.Count == 0))
            return new(context, rarestFirst, isCommon: false, [], isAll: true);

        var areCommon = counts.TrueForAll(entry => entry.Count > MostEntries);
        var search = new DatasetSearch(context, rarestFirst, areCommon, [], isAll: false);
        var ids = await search.FirstOf(2 * few).ToListAsync(cancellationToken);
        var distinct = ids.Distinct().ToArray();
        return new(context, rarestFirst, areCommon, [.. distinct.Take(few)], isAll: !areCommon && ids.Count < 2 * few && distinct.Length <= few);
    }

    /// <summary>Keeps only the matches among these datasets.</summary>
    public IQueryable<Dataset> Among(IQueryable<Dataset> datasets)
    {
        if (IsAll)
            return datasets.Where(dataset => EF.Parameter(First).Contains(dataset.Id));
        if (!IsCommon)
            return datasets.Where(dataset => Ids.Contains(dataset.Id));

        // Common words are found soon in any order, so each dataset is checked in turn.
        foreach (var word in words)
        {
            var entries = Entries(context, word);
            datasets = datasets.Where(dataset => entries.Where(entry => entry.DatasetId == dataset.Id).Any());
        }

        return datasets;
    }

    /// <summary>The entries that are read for a word.</summary>
    public static IQueryable<DatasetWord> Counted(DashboardContext context, string word) => InOrder(Entries(context, word)).Take(MostEntries + 1);

    /// <summary>The first matches, in word order; an ID can appear more than once.</summary>
    public IQueryable<long> FirstOf(int count) => InOrder(Having(Counted(context, words[0]))).Take(count).Select(entry => entry.DatasetId);

    private static IQueryable<DatasetWord> InOrder(IQueryable<DatasetWord> entries) => entries.OrderBy(entry => entry.Word).ThenBy(entry => entry.DatasetId);

    private static IQueryable<DatasetWord> Entries(DashboardContext context, string word)
    {
        var (from, before) = Beginning.Of(word);
        return context.DatasetWords.AsNoTracking().Where(entry => string.Compare(entry.Word, from) >= 0 && string.Compare(entry.Word, before) < 0);
    }

    /// <summary>The entries whose dataset also matches the other words.</summary>
    private IQueryable<DatasetWord> Having(IQueryable<DatasetWord> entries)
    {
        foreach (var word in words.Skip(1))
        {
            var others = Entries(context, word);
            entries = entries.Where(entry => others.Where(other => other.DatasetId == entry.DatasetId).Any());
        }

        return entries;
    }
}
