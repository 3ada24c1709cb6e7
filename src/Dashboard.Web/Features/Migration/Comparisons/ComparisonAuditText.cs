using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Ledger;

namespace Dashboard.Web.Features.Migration.Comparisons;

/// <summary>Recorded comparisons as text in ledger entries.</summary>
internal static class ComparisonAuditText
{
    /// <summary>The changes about to be saved, with each copy named by its resource ID and location.</summary>
    public static IReadOnlyList<FieldChange> ChangesOf(this DashboardContext context, RecordedComparison comparison) => FieldChanges.Of(
        context, comparison,
        new Dictionary<string, Func<object?, string?>>(StringComparer.Ordinal)
        {
            [nameof(comparison.InsideCopyId)] = _ => Describe(comparison.Inside),
            [nameof(comparison.OutsideCopyId)] = _ => Describe(comparison.Outside),
        });

    public static IReadOnlyList<LedgerSubject> Copies(this RecordedComparison comparison) =>
    [
        LedgerSubjects.OfCopy(comparison.InsideCopyId, comparison.Inside.ResourceId),
        LedgerSubjects.OfCopy(comparison.OutsideCopyId, comparison.Outside.ResourceId),
    ];

    private static string Describe(ComparedCopy copy) => $"{copy.ResourceId} at {copy.Location}";
}
