using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;

namespace Dashboard.Web.Features.Migration.Comparisons;

internal static class ComparisonSaving
{
    /// <summary>Recalculates the dataset's status and today's figures after a change of comparisons, in the caller's transaction.</summary>
    public static async Task<StageMoves> RecalculateAfterComparisonAsync(
        this DashboardContext context, Positions positions, long datasetId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moves = await DatasetStatuses.RecalculateAsync(context, positions, [datasetId], null, new Dictionary<long, CopyChanges>(), now, cancellationToken);
        await DailyFigures.WriteTodayAsync(context, positions, now, cancellationToken);
        return moves;
    }
}
