using Dashboard.Core.Ledger;

namespace Dashboard.Core.Migration;

/// <summary>
/// A comparison of a copy inside with a copy outside, made by a tool or a person and recorded by a governance lead. It is never changed,
/// but it can be revoked with a reason. It counts only while both copies still have the content that was compared.
/// </summary>
public sealed class RecordedComparison : IVersioned, ILedgered
{
    private RecordedComparison()
    {
    }

    public long Id { get; private set; }

    public long DatasetId { get; private set; }

    public long InsideCopyId { get; private set; }

    public long OutsideCopyId { get; private set; }

    public ComparedCopy Inside { get; private set; } = null!;

    public ComparedCopy Outside { get; private set; } = null!;

    public ComparisonMethod Method { get; private set; }

    /// <summary>Rows or objects compared, if it was a sample; otherwise null.</summary>
    public long? SampleSize { get; private set; }

    public long? Mismatches { get; private set; }

    public ComparisonResult Result { get; private set; }

    public DateTimeOffset ComparedAt { get; private set; }

    /// <summary>The tool or person that made the comparison.</summary>
    public string ComparedBy { get; private set; } = "";

    public string? EvidenceLink { get; private set; }

    /// <summary>SHA-256 of the report file: 64 lower-case hexadecimal digits.</summary>
    public string? EvidenceSha256 { get; private set; }

    public string Note { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevokedBy { get; private set; }

    public string? RevocationReason { get; private set; }

    public long Version { get; private set; }

    public static Result<RecordedComparison> Record(
        long datasetId, long insideCopyId, ComparedCopy inside, long outsideCopyId, ComparedCopy outside,
        ComparisonFacts facts, string recordedBy, DateTimeOffset now)
    {
        var checkedFacts = facts.Checked(now);
        if (checkedFacts.Refusal is { } refusal)
            return refusal;
        facts = checkedFacts.Value;
        return new RecordedComparison
        {
            DatasetId = datasetId,
            InsideCopyId = insideCopyId,
            OutsideCopyId = outsideCopyId,
            Inside = inside,
            Outside = outside,
            Method = facts.Method,
            SampleSize = facts.SampleSize,
            Mismatches = facts.Mismatches,
            Result = facts.Result,
            ComparedAt = facts.ComparedAt,
            ComparedBy = facts.ComparedBy,
            EvidenceLink = facts.EvidenceLink,
            EvidenceSha256 = facts.EvidenceSha256,
            Note = facts.Note,
            RecordedAt = now,
            RecordedBy = recordedBy,
        };
    }

    public Result Revoke(string by, string reason, DateTimeOffset now)
    {
        if (RevokedAt is not null)
            return new ComparisonAlreadyRevoked();
        if (string.IsNullOrWhiteSpace(reason))
            return new RevocationNeedsReason();
        if (reason.Trim().Length > 1000)
            return new TextTooLong("The reason", 1000);
        (RevokedAt, RevokedBy, RevocationReason) = (now, by, reason.Trim());
        return Core.Result.Done;
    }

    /// <summary>Whether it counts for these two copies as they are now.</summary>
    public bool IsValidFor(CopyEvidence inside, CopyEvidence outside) => WhyNot(inside, outside) is null;

    /// <summary>Why it no longer counts; null while it does. Pass null for a copy that was not found.</summary>
    public ComparisonEnd? WhyNot(CopyEvidence? inside, CopyEvidence? outside) =>
        RevokedAt is not null ? ComparisonEnd.Revoked
        : inside is not { IsInside: true } here || here.Id != InsideCopyId ? ComparisonEnd.InsideCopyGone
        : outside is not { RemainsOutside: true } there || there.Id != OutsideCopyId ? ComparisonEnd.OutsideCopyGone
        : !Inside.IsStill(here.Bytes, here.Records, here.Fingerprint) ? ComparisonEnd.InsideCopyChanged
        : !Outside.IsStill(there.Bytes, there.Records, there.Fingerprint) ? ComparisonEnd.OutsideCopyChanged
        : null;
}

/// <summary>Why a recorded comparison no longer counts.</summary>
public enum ComparisonEnd
{
    Revoked,

    /// <summary>The copy inside is no longer listed, is no longer inside, or belongs to another dataset.</summary>
    InsideCopyGone,

    /// <summary>The copy outside is verified absent, is now inside, or belongs to another dataset.</summary>
    OutsideCopyGone,
    InsideCopyChanged,
    OutsideCopyChanged,

    /// <summary>A later comparison of the same two copies counts instead.</summary>
    Superseded,
}
