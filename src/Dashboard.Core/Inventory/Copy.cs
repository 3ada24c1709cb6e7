namespace Dashboard.Core.Inventory;

/// <summary>One dataset at one location in one role, as one source reports it under its native resource id.</summary>
/// <remarks>
/// Imports write copies set-based (ten million rows do not pass through objects); what this class decides are the changes
/// that people cause. <see cref="RollupId"/> follows from source, location, role, state and the dataset's classification and system.
/// </remarks>
public sealed class Copy
{
    /// <summary>The longest id of a resource that is kept, in UTF-16 code units.</summary>
    public const int MaxResourceIdLength = 700;

    private Copy()
    {
    }

    public long Id { get; private set; }

    public long SourceId { get; private set; }

    /// <summary>The id that the source itself uses. Unique within the source, case-sensitive.</summary>
    public string ResourceId { get; private set; } = "";

    public long DatasetId { get; private set; }

    public long LocationId { get; private set; }

    public CopyRole Role { get; private set; }

    public CopyState State { get; private set; }

    public long Bytes { get; private set; }

    public long? Records { get; private set; }

    /// <summary>Number of objects or files folded into this copy, when the inventory lists those.</summary>
    public long? Objects { get; private set; }

    /// <summary>A digest of the content that is comparable between sources; null when the source gives none.</summary>
    public string? Fingerprint { get; private set; }

    /// <summary>Last day (UTC) on which the copy must be kept.</summary>
    public DateOnly? RetainUntil { get; private set; }

    /// <summary>When the copy came to be, by its source.</summary>
    public DateTimeOffset? CreatedAt { get; private set; }

    /// <summary>As-of time of the first import that listed it.</summary>
    public DateTimeOffset FirstSeen { get; private set; }

    /// <summary>As-of time of the latest import that listed it.</summary>
    public DateTimeOffset LastSeen { get; private set; }

    public long RollupId { get; private set; }
}
