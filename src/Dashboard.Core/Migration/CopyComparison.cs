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
    private readonly HashSet<string> fingerprints = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<long> records = [];
    private readonly HashSet<long> recordsWithoutFingerprint = [];
    private readonly ILookup<long, RecordedComparison> recorded;

    /// <param name="recorded">Those of the dataset. One that holds no longer changes nothing.</param>
    public CopyComparison(IEnumerable<CopyEvidence> inside, IEnumerable<RecordedComparison> recorded)
    {
        this.inside = [.. inside];
        this.recorded = recorded.ToLookup(comparison => comparison.OutsideCopyId);
        foreach (var copy in this.inside)
        {
            if (copy.Records is { } count)
                (copy.Fingerprint is null ? recordsWithoutFingerprint : records).Add(count);
            if (copy.Fingerprint is { } fingerprint)
                fingerprints.Add(fingerprint);
        }
    }

    public bool HasEqual(CopyEvidence outside) => Of(outside) is not Equality.NotShown;

    /// <summary>Whether an equal copy is inside, and who says so: the inventories, or only a recorded comparison.</summary>
    public Equality Of(CopyEvidence outside)
    {
        var latest = Holding(outside);
        var differing = latest.Where(comparison => comparison.Result is ComparisonResult.Different).Select(comparison => comparison.InsideCopyId).ToHashSet();
        var isObserved = differing.Count == 0
            ? IsObservedEqual(outside)
            : Array.Exists(inside, copy => !differing.Contains(copy.Id) && AreEqual(copy, outside));
        return isObserved ? Equality.Observed : latest.Length > differing.Count ? Equality.Recorded : Equality.NotShown;
    }

    /// <summary>The latest comparison with each copy inside, of those that still hold.</summary>
    public RecordedComparison[] Holding(CopyEvidence outside) =>
    [
        .. recorded[outside.Id]
            .Where(comparison => Array.Exists(inside, copy => comparison.Holds(copy, outside)))
            .GroupBy(comparison => comparison.InsideCopyId)
            .Select(same => same.MaxBy(comparison => (comparison.ComparedAt, comparison.Id))!),
    ];

    private bool IsObservedEqual(CopyEvidence outside) =>
        outside.Fingerprint is { } fingerprint
            ? fingerprints.Contains(fingerprint) || (outside.Records is { } count && recordsWithoutFingerprint.Contains(count))
            : outside.Records is { } all && (records.Contains(all) || recordsWithoutFingerprint.Contains(all));

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
