namespace Dashboard.Core.Deletions;

/// <summary>What the proposing lead states about a batch.</summary>
/// <param name="Technique">One of <see cref="SanitizationTechniques"/>, or another one as text.</param>
/// <param name="InsideReason">Why copies inside the boundary are redundant; null if the batch has none.</param>
public sealed record BatchFacts(string Name, string Reason, SanitizationMethod Method, string Technique, string? InsideReason)
{
    public const int LongestName = 120;
    public const int LongestReason = 2000;

    /// <summary>The same facts, trimmed, or what is wrong with them.</summary>
    public Result<BatchFacts> Checked()
    {
        var facts = this with
        {
            Name = Name.Trim(),
            Reason = Reason.Trim(),
            Technique = Technique.Trim(),
            InsideReason = string.IsNullOrWhiteSpace(InsideReason) ? null : InsideReason.Trim(),
        };
        return facts switch
        {
            { Name.Length: 0 or > LongestName } => new BatchNameInvalid(),
            { Reason.Length: 0 } => new BatchNeedsReason(),
            { Reason.Length: > LongestReason } => new TextTooLong("The reason", LongestReason),
            { Technique.Length: 0 or > SanitizationTechniques.MaxLength } => new TechniqueInvalid(),
            { InsideReason.Length: > LongestReason } => new TextTooLong("The reason for copies inside", LongestReason),
            _ => facts,
        };
    }
}
