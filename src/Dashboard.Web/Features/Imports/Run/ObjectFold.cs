using Dashboard.Core.Imports;
using Dashboard.Formats;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>Combines the objects of an inventory into one copy for each resource in the mapping rules. Memory grows only with the resources.</summary>
internal sealed class ObjectFold(ResourceMapping mapping)
{
    private readonly Dictionary<MappedResource, Sums> sums = [];

    public int Resources => sums.Count;

    /// <exception cref="OverflowException">The sizes add up to more than a signed 64-bit number of bytes.</exception>
    public void Add(ObjectRow row)
    {
        var sum = SumOf(row.Container, row.Path, row.Line);
        sum.Bytes = checked(sum.Bytes + (row.Bytes ?? 0));
        sum.IsSizeUnknown |= row.Bytes is null;
        sum.IsHeld |= row.IsHeld;
        if (row.RetainUntil > sum.RetainUntil || sum.RetainUntil is null)
            sum.RetainUntil = row.RetainUntil ?? sum.RetainUntil;
        if (row.ModifiedAt > sum.Newest || sum.Newest is null)
            sum.Newest = row.ModifiedAt ?? sum.Newest;
    }

    /// <summary>Adds an object of which only the name is understood: it is there, with an unknown size.</summary>
    public void AddNamed(ResourceName name, long line) => SumOf(name.Container, name.Path, line).IsSizeUnknown = true;

    private Sums SumOf(string container, string path, long line)
    {
        var resource = mapping.OfObject(container, path);
        if (!sums.TryGetValue(resource, out var sum))
            sums[resource] = sum = new(line);
        sum.Objects++;
        return sum;
    }

    /// <summary>The combined copies, all at one location.</summary>
    public IEnumerable<StagedCopy> Copies(DatasetResolver datasets, long locationId, string? coverage) => sums.Select(entry => new StagedCopy(
        entry.Value.Line, entry.Key.Resource, datasets.Resolve(entry.Key.DatasetUrn, entry.Key.DatasetName), locationId, entry.Key.Role,
        entry.Value.Bytes, null, entry.Value.Objects, null, entry.Value.RetainUntil, entry.Value.Newest)
    {
        IsSizeUnknown = entry.Value.IsSizeUnknown,
        IsHeld = entry.Value.IsHeld,
        Coverage = coverage,
    });

    private sealed class Sums(long line)
    {
        public long Line { get; } = line;

        public long Bytes { get; set; }

        public long Objects { get; set; }

        public bool IsSizeUnknown { get; set; }

        public bool IsHeld { get; set; }

        public DateOnly? RetainUntil { get; set; }

        public DateTimeOffset? Newest { get; set; }
    }
}
