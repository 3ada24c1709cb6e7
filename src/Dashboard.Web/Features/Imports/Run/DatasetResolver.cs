using Dashboard.Core.Migration;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>Finds datasets by URN. A URN that is not known yet becomes a new, unclassified dataset.</summary>
internal sealed class DatasetResolver(IReadOnlyDictionary<string, long> known, long unknownSystemId, long unclassifiedId, PlaceholderIds placeholders, DateTimeOffset now)
{
    private readonly Dictionary<string, long> created = [];

    /// <summary>Datasets that the import would create, by placeholder id.</summary>
    public Dictionary<long, Dataset> Created { get; } = [];

    /// <param name="name">The name of a new dataset; the last part of the URN if null.</param>
    public long Resolve(string urn, string? name = null)
    {
        if (known.TryGetValue(urn, out var id) || created.TryGetValue(urn, out id))
            return id;
        id = placeholders.Next();
        created[urn] = id;
        Created[id] = Dataset.Discovered(urn, name ?? NameOf(urn), unknownSystemId, unclassifiedId, now);
        return id;
    }

    /// <summary>The new URNs that differ from a registered one, or from an earlier new one, only in case or to the eye.</summary>
    public IReadOnlyList<string> LookAlikes()
    {
        if (created.Count == 0)
            return [];
        var folded = known.Keys.Select(Run.LookAlikes.Folded).ToHashSet();
        return [.. created.Keys.Where(urn => !folded.Add(Run.LookAlikes.Folded(urn)))];
    }

    /// <summary>The URN of a dataset that was resolved here.</summary>
    public string NameOf(long id) => Created.TryGetValue(id, out var dataset) ? dataset.Urn : known.First(entry => entry.Value == id).Key;

    private static string NameOf(string urn)
    {
        var name = urn[(urn.LastIndexOfAny([':', '/']) + 1)..];
        return name.Length is > 0 and <= 200 ? name : urn[..Math.Min(urn.Length, 200)];
    }
}
