using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Web.Databases;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Migration.Comparisons;

/// <param name="InsideSeen">The copy inside as the form showed it.</param>
/// <param name="OutsideSeen">The copy outside as the form showed it.</param>
internal sealed record RecordComparisonRequest(
    long DatasetId, long InsideCopyId, ComparedCopy InsideSeen, long OutsideCopyId, ComparedCopy OutsideSeen, ComparisonFacts Facts);

/// <summary>Records a comparison of two copies and recalculates the dataset's stage in the same transaction.</summary>
internal sealed class RecordComparison(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    /// <returns>The comparison's ID.</returns>
    public Task<Result<long>> HandleAsync(RecordComparisonRequest request, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(request, cancellationToken), cancellationToken);

    private async Task<Result<long>> OnceAsync(RecordComparisonRequest request, CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.RecordComparisons, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(member.Value, clock, cancellationToken);
        var now = clock.GetUtcNow();
        var dataset = await context.Datasets.AsNoTracking().SingleOrDefaultAsync(dataset => dataset.Id == request.DatasetId, cancellationToken);
        if (dataset is null)
            return new NotFound("The dataset");
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        var copies = await Copies(context, request).ToDictionaryAsync(copy => copy.Id, cancellationToken);
        if (!copies.TryGetValue(request.InsideCopyId, out var inside) || !inside.Evidence(positions, dataset).IsInside)
            return new NotACopyInside();
        if (!copies.TryGetValue(request.OutsideCopyId, out var outside) || !outside.Evidence(positions, dataset).RemainsOutside)
            return new NotACopyOutside();
        if (!IsAsSeen(request.InsideSeen, inside) || !IsAsSeen(request.OutsideSeen, outside))
            return new ComparedCopyChangedMeanwhile();

        var recorded = RecordedComparison.Record(
            dataset.Id, inside.Id, inside.ToCompared(positions), outside.Id, outside.ToCompared(positions), request.Facts, member.Value.Name, now);
        if (recorded.Refusal is { } invalid)
            return invalid;
        var comparison = recorded.Value;
        context.RecordedComparisons.Add(comparison);
        var changes = context.ChangesOf(comparison);
        await context.SaveChangesAsync(cancellationToken);
        var moves = await context.RecalculateAfterComparisonAsync(positions, dataset.Id, now, cancellationToken);
        await change.CommitAsync(
            new LedgerDraft(
                LedgerActions.ComparisonRecorded,
                LedgerSubjects.Of(dataset),
                $"recorded a comparison of two copies of {dataset.Name} by {comparison.ComparedBy}, with the result “{Naming.Of(comparison.Result)}”")
            {
                Changes = changes,
                Related = comparison.Copies(),
                Details = moves.ToDetails(),
            },
            cancellationToken);
        return comparison.Id;
    }

    internal static IQueryable<ComparableCopy> Copies(DashboardContext context, RecordComparisonRequest request) => ComparableCopy.Of(context.Copies
        .Where(copy => copy.DatasetId == request.DatasetId && (copy.Id == request.InsideCopyId || copy.Id == request.OutsideCopyId)));

    private static bool IsAsSeen(ComparedCopy seen, ComparableCopy copy) => seen.IsStill(copy.Bytes, copy.Records, copy.Fingerprint);
}
