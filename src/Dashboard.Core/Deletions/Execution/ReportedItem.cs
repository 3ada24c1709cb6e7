namespace Dashboard.Core.Deletions;

/// <summary>
/// What one report says about one item. Written set-based; the ledger covers it by the hash of the body in the report's entry.
/// </summary>
public sealed class ReportedItem
{
    private ReportedItem()
    {
    }

    public long ReportId { get; private set; }

    public long BatchId { get; private set; }

    public long Number { get; private set; }

    /// <summary>True if deleted, false if failed.</summary>
    public bool IsExecuted { get; private set; }

    public DateTimeOffset PerformedAt { get; private set; }

    public string Technique { get; private set; } = "";

    public string Tool { get; private set; } = "";

    public string ToolVersion { get; private set; } = "";

    /// <summary>The person who did it.</summary>
    public string Operator { get; private set; } = "";

    /// <summary>For a cryptographic erase: the key that was destroyed.</summary>
    public string? KeyId { get; private set; }

    public string? EvidenceLink { get; private set; }

    public string? EvidenceSha256 { get; private set; }

    /// <summary>Why it failed; null if it did not.</summary>
    public string? FailureReason { get; private set; }

    public static ReportedItem Of(ExecutionReport report, long number, ExecutionFacts facts) => new()
    {
        ReportId = report.Id,
        BatchId = report.BatchId,
        Number = number,
        IsExecuted = facts.IsExecuted,
        PerformedAt = facts.PerformedAt,
        Technique = facts.Technique,
        Tool = facts.Tool,
        ToolVersion = facts.ToolVersion,
        Operator = facts.Operator,
        KeyId = facts.KeyId,
        EvidenceLink = facts.EvidenceLink,
        EvidenceSha256 = facts.EvidenceSha256,
        FailureReason = facts.FailureReason,
    };
}
