using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;

namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>One filter as the address has it: <c>role=Backup</c>.</summary>
internal sealed record FilterTerm(string Key, string Value);

/// <summary>
/// Which copies are asked for. Several values of one kind widen the answer, several kinds narrow it; what a value does not mean is left
/// out, here and among the chips that the reader sees.
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

    /// <summary>As they were asked.</summary>
    public IReadOnlyList<FilterTerm> Terms { get; }

    public Position[] Positions { get; }

    public CopyRole[] Roles { get; }

    public CopyState[] States { get; }

    /// <summary>Of the datasets.</summary>
    public Stage[] Stages { get; }

    public long[] Locations { get; }

    public long[] Classifications { get; }

    public long[] Systems { get; }

    public long[] Sources { get; }

    public string[] Operators { get; }

    /// <summary>ISO 3166-1 alpha-2, or <see cref="FilterKey.Unknown"/>.</summary>
    public string[] Countries { get; }

    public string? Owner { get; }

    /// <summary>What the words of a dataset's name or URN begin with, or a resource id.</summary>
    public string? Text { get; }

    public long? Dataset { get; }

    /// <summary>Only what counts in the figures, see <see cref="CopyStates.Counts"/>.</summary>
    public bool CountedOnly { get; }

    /// <summary>Does it ask for certain datasets or resources, which rollups know nothing of?</summary>
    public bool NamesDatasets => Owner is not null || Text is not null || Dataset is not null || Stages.Length > 0;

    private TEnum[] Named<TEnum>(string key) where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Where(value => values[key].Contains(value.ToString(), StringComparer.OrdinalIgnoreCase))];

    private long[] Ids(string key) => [.. values[key].Select(text => long.TryParse(text, out var id) ? id : -1).Where(id => id >= 0).Distinct()];
}
