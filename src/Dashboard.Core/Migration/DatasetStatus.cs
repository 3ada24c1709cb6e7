namespace Dashboard.Core.Migration;

/// <summary>The status derived from a dataset's copies. It always equals a recount of the copies.</summary>
/// <param name="Stage">Null when the dataset's classification need not be inside.</param>
public sealed record DatasetStatus(
    Stage? Stage,
    long CopiesInside,
    long CopiesOutside,
    long CopiesUnknown,
    long BytesInside,
    long BytesOutside,
    long BytesUnknown,
    long BackupCopiesOutside,
    long BackupBytesOutside,
    bool IsMismatched)
{
    public static readonly DatasetStatus Empty = new(null, 0, 0, 0, 0, 0, 0, 0, 0, IsMismatched: false);
}
