namespace Dashboard.Formats;

/// <summary>One stored object or file. The source's rules combine many of them into one copy of a dataset.</summary>
/// <param name="File">Name of the file that lists it; an S3 Inventory has several.</param>
/// <param name="Line">1-based physical line in its file.</param>
/// <param name="Container">The bucket; empty for HDFS, which has none.</param>
/// <param name="Path">The object's key, URL-decoded, or the file's absolute path.</param>
/// <param name="Bytes">Logical size in bytes, without replication inside a cluster; null when not reported, which is different from 0.</param>
/// <param name="ModifiedAt">Time of the last write, UTC; null when not reported or not understood. A time in the future is accepted: nothing
/// depends on it, and rejecting the row would hide its bytes.</param>
public sealed record ObjectRow(string File, long Line, string Container, string Path, long? Bytes, DateTimeOffset? ModifiedAt)
{
    /// <summary>Last day on which the store keeps the object, whatever anyone orders; null when there is none.</summary>
    public DateOnly? RetainUntil { get; init; }

    /// <summary>True when the store itself holds the object until the hold is lifted there.</summary>
    public bool IsHeld { get; init; }
}
