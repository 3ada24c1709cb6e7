namespace Dashboard.Core.Inventory;

/// <summary>One dataset at one location in one role, as reported by one source under its native resource ID.</summary>
/// <remarks>
/// Imports write copies set-based, because ten million rows are too many to load as objects. <see cref="RollupId"/> follows from source,
/// location, role, state and the dataset's classification and system.
/// </remarks>
public sealed class Copy
{
    /// <summary>Maximum length of a resource ID, in UTF-16 code units.</summary>
    public const int MaxResourceIdLength = 700;

    private Copy()
    {
    }

    public long Id { get; private set; }

    public long SourceId { get; private set; }

    /// <summary>The ID that the source itself uses. Unique within the source, case-sensitive.</summary>
    public string ResourceId { get; private set; } = "";

    public long DatasetId { get; private set; }

    public long LocationId { get; private set; }

    public CopyRole Role { get; private set; }

    public CopyState State { get; private set; }

    public long Bytes { get; private set; }

    public long? Records { get; private set; }

    /// <summary>Number of objects or files folded into this copy, if the inventory lists them.</summary>
    public long? Objects { get; private set; }

    /// <summary>A digest of the content that is comparable between sources; null if the source gives none.</summary>
    public string? Fingerprint { get; private set; }

    /// <summary>Last day (UTC) on which the copy must be kept.</summary>
    public DateOnly? RetainUntil { get; private set; }

    /// <summary>When the copy was created, according to its source.</summary>
    public DateTimeOffset? CreatedAt { get; private set; }

    /// <summary>As-of time of the first import that listed it.</summary>
    public DateTimeOffset FirstSeen { get; private set; }

    /// <summary>As-of time of the latest import that listed it.</summary>
    public DateTimeOffset LastSeen { get; private set; }

    public long RollupId { get; private set; }
}
