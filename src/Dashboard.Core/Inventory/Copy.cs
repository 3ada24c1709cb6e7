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

    /// <summary>Maximum length of <see cref="Coverage"/>, in UTF-16 code units.</summary>
    public const int MaxCoverageLength = 300;

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

    /// <summary>
    /// Size in bytes. If <see cref="SizeUnknownSince"/> is set, the last known size, or what is known of it: the copy has at least these bytes.
    /// </summary>
    public long Bytes { get; private set; }

    /// <summary>As-of time since which its source has not stated the whole size; null if the latest listing stated it.</summary>
    public DateTimeOffset? SizeUnknownSince { get; private set; }

    public long? Records { get; private set; }

    /// <summary>Number of objects or files folded into this copy, if the inventory lists them.</summary>
    public long? Objects { get; private set; }

    /// <summary>A digest of the content that is comparable between sources; null if the source gives none.</summary>
    public string? Fingerprint { get; private set; }

    /// <summary>Last day (UTC) on which the copy must be kept.</summary>
    public DateOnly? RetainUntil { get; private set; }

    /// <summary>Whether the store itself holds the copy, whatever anyone orders (S3 Object Lock).</summary>
    public bool IsHeldBySource { get; private set; }

    /// <summary>The part of its source that lists it, such as <c>bucket videos</c>; null if one report lists the whole source.</summary>
    public string? Coverage { get; private set; }

    /// <summary>The latest import, if it has a row about this copy that was not understood. The copy then is as it was before.</summary>
    public long? NotUnderstoodImportId { get; private set; }

    /// <summary>When the copy was created, according to its source.</summary>
    public DateTimeOffset? CreatedAt { get; private set; }

    /// <summary>As-of time of the first import that listed it.</summary>
    public DateTimeOffset FirstSeen { get; private set; }

    /// <summary>As-of time of the latest import that listed it.</summary>
    public DateTimeOffset LastSeen { get; private set; }

    public long RollupId { get; private set; }
}
