namespace Dashboard.Core.Migration;

/// <summary>
/// Finds out whether an equal copy is inside. Two copies are equal if they have the same fingerprint, if they have the same number of
/// records and one of them has no fingerprint, or if a valid recorded comparison found them equal. Without any of these, they are not known
/// to be equal. A copy of zero bytes or zero records equals nothing. The latest valid recorded comparison of two copies outweighs the inventories: if someone found a difference, equal counts
/// do not matter.
/// </summary>
public sealed class CopyComparison
{
    private readonly CopyEvidence[] inside;
    private readonly Dictionary<string, long> fingerprints = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, long> records = [];
    private readonly Dictionary<long, long> recordsWithoutFingerprint = [];
    private readonly ILookup<long, RecordedComparison> recorded;

    /// <param name="recorded">The recorded comparisons of the dataset. Those that are no longer valid have no effect.</param>
    public CopyComparison(IEnumerable<CopyEvidence> inside, IEnumerable<RecordedComparison> recorded)
    {
        this.inside = [.. inside];
        this.recorded = recorded.ToLookup(comparison => comparison.OutsideCopyId);
        foreach (var copy in this.inside.Where(copy => copy.CanBeEqual))
        {
            if (copy.Records is { } count)
                (copy.Fingerprint is null ? recordsWithoutFingerprint : records).TryAdd(count, copy.Id);
            if (copy.Fingerprint is { } fingerprint)
                fingerprints.TryAdd(fingerprint, copy.Id);
        }
    }

    public bool HasEqual(CopyEvidence outside) => Of(outside) is not Equality.NotShown;

    /// <summary>Whether an equal copy is inside, and the evidence: the inventories, or only a recorded comparison.</summary>
    public Equality Of(CopyEvidence outside) => Find(outside).Equality;

    /// <summary>As <see cref="Of"/>, with the ID of one equal copy inside.</summary>
    public (Equality Equality, long? CopyId) Find(CopyEvidence outside)
    {
        var latest = LatestValid(outside);
        var differing = latest.Where(comparison => comparison.Result is ComparisonResult.Different).Select(comparison => comparison.InsideCopyId).ToHashSet();
        var observed = differing.Count == 0
            ? Observed(outside)
            : inside.Where(copy => !differing.Contains(copy.Id) && AreEqual(copy, outside)).Select(copy => (long?)copy.Id).FirstOrDefault();
        if (observed is not null)
            return (Equality.Observed, observed);
        var recordedEqual = Array.Find(latest, comparison => comparison.Result is ComparisonResult.Equal);
        return recordedEqual is null ? (Equality.NotShown, null) : (Equality.Recorded, recordedEqual.InsideCopyId);
    }

    /// <summary>The latest valid comparison with each copy inside.</summary>
    public RecordedComparison[] LatestValid(CopyEvidence outside) =>
    [
        .. recorded[outside.Id]
            .Where(comparison => Array.Exists(inside, copy => comparison.IsValidFor(copy, outside)))
            .GroupBy(comparison => comparison.InsideCopyId)
            .Select(same => same.MaxBy(comparison => (comparison.ComparedAt, comparison.Id))!),
    ];

    private long? Observed(CopyEvidence outside) =>
        !outside.CanBeEqual ? null
        : outside.Fingerprint is { } fingerprint
            ? Id(fingerprints, fingerprint) ?? (outside.Records is { } count ? Id(recordsWithoutFingerprint, count) : null)
            : outside.Records is { } all ? Id(records, all) ?? Id(recordsWithoutFingerprint, all) : null;

    private static long? Id<TKey>(Dictionary<TKey, long> ids, TKey key) where TKey : notnull => ids.TryGetValue(key, out var id) ? id : null;

    private static bool AreEqual(CopyEvidence one, CopyEvidence other) =>
        one.CanBeEqual && other.CanBeEqual && (one.Fingerprint is { } fingerprint && other.Fingerprint is { } theirs
            ? string.Equals(fingerprint, theirs, StringComparison.OrdinalIgnoreCase)
            : one.Records is { } count && count == other.Records);
}

/// <summary>Whether an outside copy is known to have an equal copy inside.</summary>
public enum Equality
{
    NotShown,

    /// <summary>By fingerprint or number of records, as listed by the inventories.</summary>
    Observed,

    /// <summary>Only by a recorded comparison.</summary>
    Recorded,
}
