using Dashboard.Core;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;

namespace Dashboard.Web.Features.Administration.Boundary;

/// <summary>Rules as text in ledger entries.</summary>
internal static class RuleAuditText
{
    /// <summary>The operator that the rule allows: “Oracle in the United States”.</summary>
    public static string OperatorInCountry(this BoundaryRule rule) => $"{rule.Operator} in {CountryWords.In(rule.Country)}";

    /// <param name="classification">The name of the allowed classification, or all the names if one decision creates several rules.</param>
    public static IReadOnlyList<FieldChange> ChangesIn(this BoundaryRule rule, DashboardContext context, string classification) =>
        FieldChanges.Of(
            context, rule, new Dictionary<string, Func<object?, string?>>(StringComparer.Ordinal) { [nameof(rule.ClassificationId)] = _ => classification });
}
