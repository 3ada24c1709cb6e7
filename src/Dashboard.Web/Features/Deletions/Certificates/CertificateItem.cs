namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>One certified copy: a line of the annex. Values that were not given are null.</summary>
internal sealed record CertificateItem
{
    /// <summary>Its number in the approved manifest; omitted items leave gaps.</summary>
    public required long Number { get; init; }

    public required string Dataset { get; init; }

    public required string DatasetUrn { get; init; }

    public string? Classification { get; init; }

    /// <summary>The source that listed the copy.</summary>
    public required string Source { get; init; }

    /// <summary>The source's own name for the copy; it replaces the serial number of hardware.</summary>
    public required string ResourceId { get; init; }

    /// <summary><see cref="CertificatePlace.Reference"/>.</summary>
    public required string Place { get; init; }

    /// <summary>Primary, Replica, Backup, Archive, Cache or Export.</summary>
    public required string Role { get; init; }

    public required long Bytes { get; init; }

    public long? Records { get; init; }

    /// <summary>Fingerprint of its content before sanitization.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Resource id of the equal copy inside the boundary.</summary>
    public string? EqualCopy { get; init; }

    /// <summary>Clear, Purge or Destroy.</summary>
    public required string Method { get; init; }

    public required string Technique { get; init; }

    /// <summary>For cryptographic erase: the key that was destroyed.</summary>
    public string? KeyId { get; init; }

    public string? Tool { get; init; }

    public string? ToolVersion { get; init; }

    /// <summary>Who performed it.</summary>
    public string? PerformedBy { get; init; }

    public string? PerformedByOrganisation { get; init; }

    public DateTimeOffset? PerformedAt { get; init; }

    public string? EvidenceLink { get; init; }

    /// <summary>Lowercase hexadecimal SHA-256 of the executor's evidence file.</summary>
    public string? EvidenceSha256 { get; init; }

    /// <summary>The inventory that proves its absence: <see cref="CertificateInventory.Reference"/>.</summary>
    public required string VerifiedBy { get; init; }
}
