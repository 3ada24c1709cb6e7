namespace Dashboard.Core.Migration;

/// <summary>What a copy was when it was compared: enough to name it for ever, and to see that it has changed since.</summary>
/// <param name="ResourceId">The id that its source uses.</param>
/// <param name="Location">The location's name at that time.</param>
/// <param name="LastSeen">As-of time of the import that had listed it last.</param>
public sealed record ComparedCopy(
    string ResourceId, string Location, long Bytes, long? Records, string? Fingerprint, DateTimeOffset LastSeen)
{
    /// <summary>The same content, as far as an inventory can tell. Where a copy is and when it was seen is not its content.</summary>
    public bool IsStill(long bytes, long? records, string? fingerprint) =>
        Bytes == bytes && Records == records && string.Equals(Fingerprint, fingerprint, StringComparison.OrdinalIgnoreCase);
}
