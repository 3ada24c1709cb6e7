using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>The dataset and role of a resource.</summary>
/// <param name="Resource">The native name of the resource: a bucket, or a prefix in it.</param>
/// <param name="DatasetName">Set if no rule matches.</param>
internal sealed record MappedResource(string Resource, string DatasetUrn, string? DatasetName, CopyRole Role);

/// <summary>
/// Applies a source's mapping rules: tags first, then the longest matching prefix, then the bucket. A prefix ends at a slash: <c>b/user</c>
/// is the object <c>user</c> and everything below <c>user/</c>, but not <c>users/x</c>. Resources that match no rule go into an unmapped dataset
/// for each bucket or top folder, so that they are not hidden. Finding a rule costs one look-up for each slash, however many rules there are.
/// </summary>
internal sealed class ResourceMapping(Source source, IEnumerable<MappingRule> rules)
{
    private readonly Dictionary<string, MappingRule>.AlternateLookup<ReadOnlySpan<char>> prefixes =
        rules.Where(rule => rule.Kind is MappingKind.PathPrefix).ToDictionary(rule => rule.Pattern).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, MappingRule> buckets =
        rules.Where(rule => rule.Kind is MappingKind.Bucket).ToDictionary(rule => rule.Pattern);

    private readonly Dictionary<string, MappingRule> tags =
        rules.Where(rule => rule.Kind is MappingKind.Tag).ToDictionary(rule => rule.Pattern);

    private readonly Dictionary<string, MappedResource> unmapped = [];
    private readonly Dictionary<(MappingRule, string), MappedResource> mapped = [];

    /// <summary>A whole bucket, with its tags.</summary>
    public MappedResource OfBucket(string bucket, IEnumerable<KeyValuePair<string, string>> itsTags)
    {
        foreach (var tag in itsTags)
        {
            if (tags.TryGetValue($"{tag.Key}={tag.Value}", out var rule))
                return Mapped(rule, bucket);
        }

        return buckets.TryGetValue(bucket, out var named) ? Mapped(named, bucket) : Unmapped(bucket);
    }

    /// <summary>An object in a bucket, or a file of a file system if the bucket is empty.</summary>
    public MappedResource OfObject(string bucket, string path)
    {
        var full = bucket.Length == 0 ? path : $"{bucket}/{path}";
        if (LongestPrefix(full) is { } rule)
            return Mapped(rule, rule.Pattern);

        var container = bucket.Length > 0 ? bucket : TopFolder(path);
        return buckets.TryGetValue(container, out var named) ? Mapped(named, container) : Unmapped(container);
    }

    private MappingRule? LongestPrefix(ReadOnlySpan<char> full)
    {
        if (prefixes.TryGetValue(full, out var exact))
            return exact;
        for (var slash = full.LastIndexOf('/'); slash >= 0; slash = full[..slash].LastIndexOf('/'))
        {
            if (prefixes.TryGetValue(full[..(slash + 1)], out var below) || prefixes.TryGetValue(full[..slash], out below))
                return below;
        }

        return null;
    }

    private static string TopFolder(string path)
    {
        var end = path.IndexOf('/', 1);
        return end < 0 ? "/" : path[..end];
    }

    private MappedResource Mapped(MappingRule rule, string resource)
    {
        if (!mapped.TryGetValue((rule, resource), out var found))
            mapped[(rule, resource)] = found = new(resource, rule.DatasetUrn, null, rule.Role);
        return found;
    }

    private MappedResource Unmapped(string container)
    {
        if (!unmapped.TryGetValue(container, out var found))
        {
            var name = $"Unmapped: {container}";
            unmapped[container] = found = new(
                container, Shortened($"urn:unmapped:{source.Key}:{container}", 300), Shortened(name, 200), CopyRole.Primary);
        }

        return found;
    }

    private static string Shortened(string text, int length) => text.Length <= length ? text : text[..length];
}
