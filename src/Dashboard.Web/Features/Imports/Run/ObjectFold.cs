using Dashboard.Core.Imports;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>Combines the objects of an inventory into one copy for each resource in the mapping rules. Memory grows only with the resources.</summary>
internal sealed class ObjectFold(ResourceMapping mapping)
{
    private readonly Dictionary<MappedResource, Sums> sums = [];

    public int Resources => sums.Count;

    /// <exception cref="OverflowException">The sizes add up to more than a signed 64-bit number of bytes.</exception>
    public void Add(long line, string bucket, string path, long bytes, DateTimeOffset? modifiedAt)
    {
        var resource = mapping.OfObject(bucket, path);
        if (!sums.TryGetValue(resource, out var sum))
            sums[resource] = sum = new(line);
        sum.Bytes = checked(sum.Bytes + bytes);
        sum.Objects++;
        if (modifiedAt > sum.Newest || sum.Newest is null)
            sum.Newest = modifiedAt ?? sum.Newest;
    }

    /// <summary>The combined copies, all at one location.</summary>
    public IEnumerable<StagedCopy> Copies(DatasetResolver datasets, long locationId) => sums.Select(entry => new StagedCopy(
        entry.Value.Line, entry.Key.Resource, datasets.Resolve(entry.Key.DatasetUrn, entry.Key.DatasetName), locationId, entry.Key.Role,
        entry.Value.Bytes, null, entry.Value.Objects, null, null, entry.Value.Newest));

    private sealed class Sums(long line)
    {
        public long Line { get; } = line;

        public long Bytes { get; set; }

        public long Objects { get; set; }

        public DateTimeOffset? Newest { get; set; }
    }
}
