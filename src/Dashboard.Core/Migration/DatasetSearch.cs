using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Migration;

/// <summary>
/// The datasets that a text means: each of its words begins a word of theirs. It starts from the rarest of the words and looks at a
/// bounded number of entries, so that it costs the same however many datasets there are.
/// </summary>
public sealed class DatasetSearch
{
    /// <summary>Up to this many datasets are known by their ids.</summary>
    public const int Few = 500;

    /// <summary>Entries of a word that are looked at; a word with more is common.</summary>
    private const int MostEntries = 10_000;

    private readonly DashboardContext context;
    private readonly IReadOnlyList<string> words;

    private DatasetSearch(DashboardContext context, IReadOnlyList<string> words, bool isCommon, long[] first, bool isAll) =>
        (this.context, this.words, IsCommon, First, IsAll) = (context, words, isCommon, first, isAll);

    /// <summary>Some of them, at most as many as were to be known.</summary>
    public long[] First { get; }

    /// <summary>Are <see cref="First"/> all of them?</summary>
    public bool IsAll { get; }

    /// <summary>Has each of the words more entries than are looked at? If not, there are at most as many datasets.</summary>
    public bool IsCommon { get; }

    /// <summary>All of them; an id may come more than once.</summary>
    public IQueryable<long> Ids => IsAll
        ? context.Datasets.Where(dataset => EF.Parameter(First).Contains(dataset.Id)).Select(dataset => dataset.Id)
        : Having(Entries(context, words[0])).Select(entry => entry.DatasetId);

    /// <param name="few">Up to this many datasets are known by their ids: looking at more costs more.</param>
    public static async Task<DatasetSearch> ResolveAsync(DashboardContext context, string text, CancellationToken cancellationToken, int few = Few)
    {
        var counts = new List<(string Word, int Count)>();
        foreach (var word in DatasetWord.AskedFor(text))
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

    /// <summary>Leaves of these datasets the ones that are meant.</summary>
    public IQueryable<Dataset> Among(IQueryable<Dataset> datasets)
    {
        if (IsAll)
            return datasets.Where(dataset => EF.Parameter(First).Contains(dataset.Id));
        if (!IsCommon)
            return datasets.Where(dataset => Ids.Contains(dataset.Id));

        // What is common is soon met in any order.
        foreach (var word in words)
        {
            var entries = Entries(context, word);
            datasets = datasets.Where(dataset => entries.Where(entry => entry.DatasetId == dataset.Id).Any());
        }

        return datasets;
    }

    /// <summary>What is looked at of a word.</summary>
    public static IQueryable<DatasetWord> Counted(DashboardContext context, string word) => InOrder(Entries(context, word)).Take(MostEntries + 1);

    /// <summary>In the order of their words; an id may come more than once.</summary>
    public IQueryable<long> FirstOf(int count) => InOrder(Having(Counted(context, words[0]))).Take(count).Select(entry => entry.DatasetId);

    private static IQueryable<DatasetWord> InOrder(IQueryable<DatasetWord> entries) => entries.OrderBy(entry => entry.Word).ThenBy(entry => entry.DatasetId);

    private static IQueryable<DatasetWord> Entries(DashboardContext context, string word)
    {
        var (from, before) = Beginning.Of(word);
        return context.DatasetWords.AsNoTracking().Where(entry => string.Compare(entry.Word, from) >= 0 && string.Compare(entry.Word, before) < 0);
    }

    /// <summary>Those whose dataset has the other words too.</summary>
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
