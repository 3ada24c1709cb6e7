using Dashboard.Core.Migration;

namespace Dashboard.Core.Deletions;

/// <summary>How an item was executed, or why it failed, according to the executor.</summary>
/// <param name="IsExecuted">True if deleted, false if failed.</param>
/// <param name="PerformedAt">When it was done or failed.</param>
/// <param name="Operator">The person who did it.</param>
/// <param name="KeyId">For a cryptographic erase: the key that was destroyed.</param>
public sealed record ExecutionFacts(
    bool IsExecuted, DateTimeOffset PerformedAt, string Technique, string Tool, string ToolVersion, string Operator, string? KeyId,
    string? EvidenceLink, string? EvidenceSha256, string? FailureReason)
{
    private const int LongestLink = 500;

    /// <summary>How far an executor's clock may be ahead of ours.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>What is wrong with it; null if nothing is. The texts must already be trimmed.</summary>
    public Refusal? Problem(DateTimeOffset now) => this switch
    {
        _ when PerformedAt > now + ClockSkew => new PerformedInTheFuture(),
        { Technique.Length: 0 or > SanitizationTechniques.MaxLength } => new TechniqueInvalid(),
        { Tool.Length: 0 or > 200 } => new ReportTextInvalid("tool", 200),
        { ToolVersion.Length: 0 or > 100 } => new ReportTextInvalid("toolVersion", 100),
        { Operator.Length: 0 or > 200 } => new ReportTextInvalid("operator", 200),
        { KeyId.Length: > 300 } => new ReportTextInvalid("keyId", 300),
        { EvidenceLink: { } link } when !IsLink(link) => new EvidenceLinkInvalid(),
        { EvidenceSha256: { } hash } when hash.Length != 64 || !hash.All(char.IsAsciiHexDigit) => new EvidenceHashInvalid(),
        { IsExecuted: true, EvidenceLink: null, EvidenceSha256: null } => new ExecutionWithoutEvidence(),
        { IsExecuted: false, FailureReason: null or { Length: 0 or > 1000 } } => new FailureNeedsReason(),
        { IsExecuted: true, FailureReason: not null } => new ExecutedWithFailureReason(),
        _ => null,
    };

    private static bool IsLink(string link) =>
        link.Length <= LongestLink && Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";
}
