namespace Dashboard.Core.Migration;

/// <summary>
/// Is there an equal copy inside? Equal means the same fingerprint, or the same number of records where one of the two has no
/// fingerprint. Two copies of which neither says either are not known to be equal.
/// </summary>
public sealed class CopyComparison
{
    private readonly HashSet<string> fingerprints = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<long> records = [];
    private readonly HashSet<long> recordsWithoutFingerprint = [];

    public CopyComparison(IEnumerable<CopyEvidence> inside)
    {
        foreach (var copy in inside)
        {
            if (copy.Records is { } count)
                (copy.Fingerprint is null ? recordsWithoutFingerprint : records).Add(count);
            if (copy.Fingerprint is { } fingerprint)
                fingerprints.Add(fingerprint);
        }
    }

    public bool HasEqual(CopyEvidence outside) =>
        outside.Fingerprint is { } fingerprint
            ? fingerprints.Contains(fingerprint) || (outside.Records is { } count && recordsWithoutFingerprint.Contains(count))
            : outside.Records is { } all && (records.Contains(all) || recordsWithoutFingerprint.Contains(all));
}
