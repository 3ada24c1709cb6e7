namespace Dashboard.Formats;

/// <summary>One bucket of Oracle Object Storage.</summary>
/// <param name="Position">1-based position in the listing.</param>
/// <param name="Ocid">The bucket's Oracle Cloud identifier.</param>
/// <param name="Name">Its name, unique in its namespace and region.</param>
/// <param name="Namespace">The tenancy's Object Storage namespace.</param>
/// <param name="RegionKey">Region as the OCID has it, lower case: a key such as <c>iad</c>, or for newer regions the region's name.</param>
/// <param name="Bytes">Approximate size in bytes; null when Oracle does not say, which is not the same as empty.</param>
/// <param name="Objects">Approximate number of objects; null when Oracle does not say.</param>
/// <param name="CreatedAt">When the bucket was made, UTC.</param>
/// <param name="StorageTier">Default tier: Standard, InfrequentAccess or Archive; null when not reported.</param>
/// <param name="FreeformTags">The owner's own tags.</param>
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
    IReadOnlyDictionary<string, string> FreeformTags);
