namespace Dashboard.Core.Migration;

/// <summary>
/// Is there an equal copy inside? Equal means the same fingerprint, or the same number of records where one of the two has no
/// fingerprint, or a recorded comparison that found them equal and still holds. Two copies of which neither says anything are not known
/// to be equal. Of two copies, the latest recorded comparison that holds outweighs what the inventories say: where somebody looked and
/// found a difference, an equal number proves nothing.
/// </summary>
public sealed class CopyComparison
{
    private readonly CopyEvidence[] inside;
    private readonly Dictionary<string, long> fingerprints = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, long> records = [];
    private readonly Dictionary<long, long> recordsWithoutFingerprint = [];
    private readonly ILookup<long, RecordedComparison> recorded;

    /// <param name="recorded">Those of the dataset. One that holds no longer changes nothing.</param>
    public CopyComparison(IEnumerable<CopyEvidence> inside, IEnumerable<RecordedComparison> recorded)
    {
        this.inside = [.. inside];
        this.recorded = recorded.ToLookup(comparison => comparison.OutsideCopyId);
        foreach (var copy in this.inside)
        {
            if (copy.Records is { } count)
                (copy.Fingerprint is null ? recordsWithoutFingerprint : records).TryAdd(count, copy.Id);
            if (copy.Fingerprint is { } fingerprint)
                fingerprints.TryAdd(fingerprint, copy.Id);
        }
    }

    public bool HasEqual(CopyEvidence outside) => Of(outside) is not Equality.NotShown;

    /// <summary>Whether an equal copy is inside, and who says so: the inventories, or only a recorded comparison.</summary>
    public Equality Of(CopyEvidence outside) => Find(outside).Equality;

    /// <summary>As <see cref="Of"/>, and the id of one such copy inside.</summary>
    public (Equality Equality, long? CopyId) Find(CopyEvidence outside)
    {
        var latest = Holding(outside);
        var differing = latest.Where(comparison => comparison.Result is ComparisonResult.Different).Select(comparison => comparison.InsideCopyId).ToHashSet();
        var observed = differing.Count == 0
            ? Observed(outside)
            : inside.Where(copy => !differing.Contains(copy.Id) && AreEqual(copy, outside)).Select(copy => (long?)copy.Id).FirstOrDefault();
        if (observed is not null)
            return (Equality.Observed, observed);
        var recordedEqual = Array.Find(latest, comparison => comparison.Result is ComparisonResult.Equal);
        return recordedEqual is null ? (Equality.NotShown, null) : (Equality.Recorded, recordedEqual.InsideCopyId);
    }

    /// <summary>The latest comparison with each copy inside, of those that still hold.</summary>
    public RecordedComparison[] Holding(CopyEvidence outside) =>
    [
        .. recorded[outside.Id]
            .Where(comparison => Array.Exists(inside, copy => comparison.Holds(copy, outside)))
            .GroupBy(comparison => comparison.InsideCopyId)
            .Select(same => same.MaxBy(comparison => (comparison.ComparedAt, comparison.Id))!),
    ];

    private long? Observed(CopyEvidence outside) =>
        outside.Fingerprint is { } fingerprint
            ? Id(fingerprints, fingerprint) ?? (outside.Records is { } count ? Id(recordsWithoutFingerprint, count) : null)
            : outside.Records is { } all ? Id(records, all) ?? Id(recordsWithoutFingerprint, all) : null;

    private static long? Id<TKey>(Dictionary<TKey, long> ids, TKey key) where TKey : notnull => ids.TryGetValue(key, out var id) ? id : null;

    private static bool AreEqual(CopyEvidence one, CopyEvidence other) =>
        one.Fingerprint is { } fingerprint && other.Fingerprint is { } theirs
            ? string.Equals(fingerprint, theirs, StringComparison.OrdinalIgnoreCase)
            : one.Records is { } count && count == other.Records;
}

/// <summary>Whether an outside copy is known to have an equal inside.</summary>
public enum Equality
{
    NotShown,

    /// <summary>By fingerprint or number of records, as the inventories list them.</summary>
    Observed,

    /// <summary>Only by a recorded comparison.</summary>
    Recorded,
}
