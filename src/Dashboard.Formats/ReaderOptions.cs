namespace Dashboard.Formats;

/// <summary>What every reader needs to know about now, and how much it may swallow.</summary>
/// <param name="Now">The reader's clock: a file cannot report what has not happened yet.</param>
public sealed record ReaderOptions(DateTimeOffset Now)
{
    /// <summary>Today in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>How far ahead of ours an exporter's clock may be before its timestamps count as future.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest line, CSV record or JSON element in bytes. It bounds a reader's memory, whatever the file's size.</summary>
    public int MaxLineBytes { get; init; } = 1024 * 1024;

    /// <summary>Most bytes that one gzip file may expand to.</summary>
    public long MaxExpandedBytes { get; init; } = 64L * 1024 * 1024 * 1024;

    /// <summary>Most expanded bytes per stored byte. Real inventories reach about 30; gzip's own limit is about 1,030, which only bombs come near.</summary>
    public int MaxExpansionRatio { get; init; } = 200;

    /// <summary>Below this many expanded bytes the ratio is not looked at: small files of equal rows are harmless.</summary>
    public long ExpansionRatioFloor { get; init; } = 32L * 1024 * 1024;

    /// <summary>Largest S3 Inventory manifest in bytes; it is the one file that is read whole.</summary>
    public int MaxManifestBytes { get; init; } = 16 * 1024 * 1024;
}
