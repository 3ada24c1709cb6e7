using Dashboard.Core;

namespace Dashboard.Web.Features.Administration.Boundary;

internal sealed record RuleNeedsClassification() : Refusal("Choose at least one classification that the rule allows.");

internal sealed record RuleNeedsStart() : Refusal("Enter the first day on which the rule is in force.");

internal sealed record RuleNeedsLastDay() : Refusal("Enter the last day on which the rule is in force.");
