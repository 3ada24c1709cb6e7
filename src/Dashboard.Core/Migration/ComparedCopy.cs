namespace Dashboard.Core.Migration;

/// <summary>A copy as it was when it was compared: enough to identify it permanently and to detect later changes.</summary>
/// <param name="ResourceId">The ID that its source uses.</param>
/// <param name="Location">The location's name at that time.</param>
/// <param name="LastSeen">As-of time of the last import that listed it before the comparison.</param>
public sealed record ComparedCopy(
    string ResourceId, string Location, long Bytes, long? Records, string? Fingerprint, DateTimeOffset LastSeen)
{
    /// <summary>Whether the content is the same, as far as an inventory can show. Location and last-seen time are not content.</summary>
    public bool IsStill(long bytes, long? records, string? fingerprint) =>
        Bytes == bytes && Records == records && string.Equals(Fingerprint, fingerprint, StringComparison.OrdinalIgnoreCase);
}
