namespace Dashboard.Formats;

/// <summary>One stored object or file. Rules on the source fold many of them into one copy of a dataset.</summary>
/// <param name="File">Name of the file that lists it: an inventory may be several.</param>
/// <param name="Line">1-based physical line in its file.</param>
/// <param name="Container">The bucket; empty for HDFS, which has none.</param>
/// <param name="Path">The object's key as its owner knows it (decoded), or the file's absolute path.</param>
/// <param name="Bytes">Logical size in bytes; what replication inside one cluster adds is not counted.</param>
/// <param name="ModifiedAt">When it was last written, UTC, where known. Not checked against the clock: it decides nothing, and
/// refusing the row would hide its bytes.</param>
public sealed record ObjectRow(string File, long Line, string Container, string Path, long Bytes, DateTimeOffset? ModifiedAt);
