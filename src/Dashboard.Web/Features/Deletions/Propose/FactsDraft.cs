using Dashboard.Core.Deletions;

namespace Dashboard.Web.Features.Deletions.Propose;

/// <summary>What a lead enters about a batch, before it is validated.</summary>
public sealed class FactsDraft
{
    public string Name { get; set; } = "";

    public string Reason { get; set; } = "";

    public SanitizationMethod Method { get; set; } = SanitizationMethod.Purge;

    public string Technique { get; set; } = SanitizationTechniques.Of(SanitizationMethod.Purge)[0];

    public string? InsideReason { get; set; }

    public BatchFacts ToFacts() => new(Name, Reason, Method, Technique, InsideReason);
}
