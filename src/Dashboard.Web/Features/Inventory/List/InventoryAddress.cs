using System.Globalization;
using Dashboard.Web.Features.Inventory.Query;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Dashboard.Web.Features.Inventory.List;

/// <summary>The reader's choices as written in the URL, so that readers can share them and undo them with Back.</summary>
internal sealed record InventoryAddress
{
    public const string Page = "/inventory";
    public const string CsvExport = "/inventory/export.csv";
    public const string XlsxExport = "/inventory/export.xlsx";

    /// <summary>The query keys that a saved view keeps.</summary>
    public static readonly string[] ViewKeys = [.. FilterKey.All, "sort", "columns"];

    public IReadOnlyList<FilterTerm> Terms { get; init; } = [];

    public CopySort Sort { get; init; } = CopySort.Default;

    /// <summary>The cursor that the page starts after; null for the first page.</summary>
    public string? After { get; init; }

    /// <summary>The cursor that the page ends before.</summary>
    public string? Before { get; init; }

    /// <summary>ID of the copy in the side panel.</summary>
    public long? Copy { get; init; }

    /// <summary>ID of the draft deletion batch to add copies to.</summary>
    public long? Draft { get; init; }

    public bool IsMapFolded { get; init; }

    /// <summary>Keys of the columns shown; empty for the default columns.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    public static InventoryAddress Parse(string uri) =>
        Read(QueryHelpers.ParseQuery(new Uri(uri, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } absolute ? absolute.Query : uri[Math.Max(0, uri.IndexOf('?'))..]));

    public static InventoryAddress Read(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var values = query.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        return new()
        {
            Terms = [.. FilterKey.All.SelectMany(key => All(key).Where(value => value.Length > 0).Distinct().Select(value => new FilterTerm(key, value)))],
            Sort = CopySort.Parse(Last("sort")),
            After = Last("after"),
            Before = Last("before"),
            Copy = long.TryParse(Last("copy"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
            Draft = long.TryParse(Last("draft"), NumberStyles.None, CultureInfo.InvariantCulture, out var draft) ? draft : null,
            IsMapFolded = Last("map") == "folded",
            Columns = [.. All("columns").SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries))],
        };

        IEnumerable<string> All(string key) => values.GetValueOrDefault(key).OfType<string>();

        string? Last(string key) => All(key).LastOrDefault(value => value.Length > 0);
    }

    /// <summary>The same choices with one more filter, on the first page.</summary>
    public InventoryAddress With(FilterTerm term) => this with { Terms = [.. Terms.Where(known => known != term), term], After = null, Before = null };

    public InventoryAddress Without(FilterTerm term) => this with { Terms = [.. Terms.Where(known => known != term)], After = null, Before = null };

    /// <summary>The same choices with this search text; null removes it.</summary>
    public InventoryAddress WithText(string? text) => this with
    {
        Terms = [.. Terms.Where(term => term.Key != FilterKey.Text), .. string.IsNullOrWhiteSpace(text) ? [] : new[] { new FilterTerm(FilterKey.Text, text.Trim()) }],
        After = null,
        Before = null,
    };

    public InventoryAddress Sorted(CopySort sort) => this with { Sort = sort, After = null, Before = null };

    public string To(string path = Page)
    {
        var query = Terms.Select(term => (term.Key, (string?)term.Value)).ToList();
        if (Sort != CopySort.Default)
            query.Add(("sort", Sort.ToString()));
        if (Columns.Count > 0)
            query.Add(("columns", string.Join(',', Columns)));
        if (path == Page)
        {
            query.Add(("after", After));
            query.Add(("before", Before));
            query.Add(("copy", Copy?.ToString(CultureInfo.InvariantCulture)));
            query.Add(("draft", Draft?.ToString(CultureInfo.InvariantCulture)));
            query.Add(("map", IsMapFolded ? "folded" : null));
        }

        return QueryHelpers.AddQueryString(path, query.Where(pair => pair.Item2 is not null).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)));
    }
}
