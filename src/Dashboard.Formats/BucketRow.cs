namespace Dashboard.Formats;

/// <summary>One bucket of Oracle Object Storage, as its REST API describes it (Bucket and BucketSummary).</summary>
/// <param name="Position">1-based position in the listing.</param>
/// <param name="Ocid">The bucket's Oracle Cloud identifier.</param>
/// <param name="Name">The bucket's name, unique within its namespace and region.</param>
/// <param name="Namespace">The tenancy's Object Storage namespace.</param>
/// <param name="RegionKey">Region part of the OCID, lower case: a key such as <c>iad</c>, or the region's name for newer regions.</param>
/// <param name="Bytes">Approximate size in bytes; null when not reported, which is different from 0.</param>
/// <param name="Objects">Approximate number of objects; null when not reported.</param>
/// <param name="CreatedAt">When the bucket was created, UTC; null when not reported.</param>
/// <param name="StorageTier">Default tier: Standard, InfrequentAccess or Archive; null when not reported.</param>
/// <param name="FreeformTags">Free-form tags set by the owner.</param>
public sealed record BucketRow(
    long Position,
    string Ocid,
    string Name,
    string Namespace,
    string RegionKey,
    long? Bytes,
    long? Objects,
    DateTimeOffset? CreatedAt,
    string? StorageTier,
    IReadOnlyDictionary<string, string> FreeformTags)
{
    /// <summary>What lists it: its compartment and region. One listing never covers more than one of them.</summary>
    public string Coverage { get; init; } = "";
}
