namespace Dashboard.Formats;

/// <summary>The current time and the limits that every reader applies.</summary>
/// <param name="Now">The current time. A file cannot report something that has not happened yet.</param>
public sealed record ReaderOptions(DateTimeOffset Now)
{
    /// <summary>Today in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>How far an exporter's clock may be ahead before its timestamps count as in the future.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Maximum size of a line, CSV record or JSON element, in bytes. It limits a reader's memory for files of any size.</summary>
    public int MaxLineBytes { get; init; } = 1024 * 1024;

    /// <summary>Maximum number of bytes that one gzip file may expand to.</summary>
    public long MaxExpandedBytes { get; init; } = 64L * 1024 * 1024 * 1024;

    /// <summary>Maximum expanded bytes per stored byte. Real inventories reach about 30; only bombs come near gzip's limit of about 1,030.</summary>
    public int MaxExpansionRatio { get; init; } = 200;

    /// <summary>Below this many expanded bytes, the ratio is not checked: small files of equal rows are harmless.</summary>
    public long ExpansionRatioFloor { get; init; } = 32L * 1024 * 1024;

    /// <summary>Maximum size of an S3 Inventory manifest, in bytes. It is the only file that is read as a whole.</summary>
    public int MaxManifestBytes { get; init; } = 16 * 1024 * 1024;
}
