using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Ledger;

namespace Dashboard.Web.Features.Migration.Comparisons;

/// <summary>Recorded comparisons as ledger entries tell of them.</summary>
internal static class ComparisonAuditText
{
    /// <summary>What is about to be saved, with the copies named as their source and place name them.</summary>
    public static IReadOnlyList<FieldChange> ChangesOf(this DashboardContext context, RecordedComparison comparison) => FieldChanges.Of(
        context, comparison,
        new Dictionary<string, Func<object?, string?>>(StringComparer.Ordinal)
        {
            [nameof(comparison.InsideCopyId)] = _ => InWords(comparison.Inside),
            [nameof(comparison.OutsideCopyId)] = _ => InWords(comparison.Outside),
        });

    public static IReadOnlyList<LedgerSubject> Copies(this RecordedComparison comparison) =>
    [
        LedgerSubjects.OfCopy(comparison.InsideCopyId, comparison.Inside.ResourceId),
        LedgerSubjects.OfCopy(comparison.OutsideCopyId, comparison.Outside.ResourceId),
    ];

    private static string InWords(ComparedCopy copy) => $"{copy.ResourceId} at {copy.Location}";
}
