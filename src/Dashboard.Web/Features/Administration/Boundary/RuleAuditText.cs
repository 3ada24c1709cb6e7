using Dashboard.Core;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;

namespace Dashboard.Web.Features.Administration.Boundary;

/// <summary>Rules as ledger entries tell of them.</summary>
internal static class RuleAuditText
{
    /// <summary>Who the rule lets in: “Oracle in the United States”.</summary>
    public static string InWords(this BoundaryRule rule) => $"{rule.Operator} in {CountryWords.In(rule.Country)}";

    /// <param name="classification">The name of what the rule allows, or the names where one decision makes several rules.</param>
    public static IReadOnlyList<FieldChange> ChangesIn(this BoundaryRule rule, DashboardContext context, string classification) =>
        FieldChanges.Of(
            context, rule, new Dictionary<string, Func<object?, string?>>(StringComparer.Ordinal) { [nameof(rule.ClassificationId)] = _ => classification });
}
