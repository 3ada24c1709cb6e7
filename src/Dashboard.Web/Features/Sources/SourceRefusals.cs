using Dashboard.Core;

namespace Dashboard.Web.Features.Sources;

internal sealed record MappingRuleExists(string Pattern) : Refusal($"This source already has a rule of that kind for “{Pattern}”. Remove it first.");
