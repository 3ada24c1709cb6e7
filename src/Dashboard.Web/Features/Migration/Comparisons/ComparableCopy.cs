using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;

namespace Dashboard.Web.Features.Migration.Comparisons;

/// <summary>A copy that can be compared.</summary>
public sealed record ComparableCopy(
    long Id, long LocationId, string ResourceId, CopyRole Role, CopyState State, long Bytes, long? Records, string? Fingerprint, DateTimeOffset LastSeen)
{
    internal static IQueryable<ComparableCopy> Of(IQueryable<Copy> copies) => copies.Select(copy => new ComparableCopy(
        copy.Id, copy.LocationId, copy.ResourceId, copy.Role, copy.State, copy.Bytes, copy.Records, copy.Fingerprint, copy.LastSeen));

    internal CopyEvidence Evidence(Positions positions, Dataset dataset) =>
        new(Id, positions.Of(LocationId, dataset.ClassificationId), Role, State, Bytes, Records, Fingerprint, LastSeen);

    internal ComparedCopy ToCompared(Positions positions) => new(ResourceId, positions.Locations[LocationId].Name, Bytes, Records, Fingerprint, LastSeen);
}
