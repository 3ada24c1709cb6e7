using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;

namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>One filter as written in the URL, such as <c>role=Backup</c>.</summary>
internal sealed record FilterTerm(string Key, string Value);

/// <summary>
/// Which copies to find. A copy matches if, for every key in the filter, it has one of the values given for that key. Invalid values are
/// ignored.
/// </summary>
internal sealed class CopyFilter
{
    public static readonly CopyFilter None = new([]);

    private readonly ILookup<string, string> values;

    public CopyFilter(IEnumerable<FilterTerm> terms)
    {
        Terms = [.. terms];
        values = Terms.ToLookup(term => term.Key, term => term.Value, StringComparer.Ordinal);
        Positions = Named<Position>(FilterKey.Position);
        Roles = Named<CopyRole>(FilterKey.Role);
        States = Named<CopyState>(FilterKey.State);
        Stages = Named<Stage>(FilterKey.Stage);
        Locations = Ids(FilterKey.Location);
        Classifications = Ids(FilterKey.Classification);
        Systems = Ids(FilterKey.System);
        Sources = Ids(FilterKey.Source);
        Operators = [.. values[FilterKey.Operator]];
        Countries = [.. values[FilterKey.Country]];
        Owner = values[FilterKey.Owner].LastOrDefault(owner => owner.Length > 0);
        Text = values[FilterKey.Text].Select(text => text.Trim()).LastOrDefault(text => text.Length > 0);
        Dataset = Ids(FilterKey.Dataset) is [.., var last] ? last : null;
        CountedOnly = values[FilterKey.Counted].Contains(FilterKey.Yes);
    }

    /// <summary>All terms, including those with an invalid value.</summary>
    public IReadOnlyList<FilterTerm> Terms { get; }

    public Position[] Positions { get; }

    public CopyRole[] Roles { get; }

    public CopyState[] States { get; }

    /// <summary>Stages of the copies' datasets.</summary>
    public Stage[] Stages { get; }

    public long[] Locations { get; }

    public long[] Classifications { get; }

    public long[] Systems { get; }

    public long[] Sources { get; }

    public string[] Operators { get; }

    /// <summary>ISO 3166-1 alpha-2, or <see cref="FilterKey.Unknown"/>.</summary>
    public string[] Countries { get; }

    public string? Owner { get; }

    /// <summary>The start of words in a dataset's name or URN, or the start of a resource ID.</summary>
    public string? Text { get; }

    public long? Dataset { get; }

    /// <summary>Only copies that count in the figures, see <see cref="CopyStates.Counts"/>.</summary>
    public bool CountedOnly { get; }

    /// <summary>Whether it filters by dataset or resource ID. Rollups cannot answer these filters.</summary>
    public bool NamesDatasets => Owner is not null || Text is not null || Dataset is not null || Stages.Length > 0;

    private TEnum[] Named<TEnum>(string key) where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Where(value => values[key].Contains(value.ToString(), StringComparer.OrdinalIgnoreCase))];

    private long[] Ids(string key) => [.. values[key].Select(text => long.TryParse(text, out var id) ? id : -1).Where(id => id >= 0).Distinct()];
}
