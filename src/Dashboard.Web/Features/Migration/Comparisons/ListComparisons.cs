using Dashboard.Core;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Migration.Comparisons;

/// <summary>The recorded comparisons of one dataset, latest first. Each says whether it still counts.</summary>
internal sealed class ListComparisons(IDbContextFactory<DashboardContext> contexts, DatasetAccess access, TimeProvider clock)
{
    public const int Limit = 100;

    public async Task<Result<ComparisonsAnswer>> HandleAsync(long datasetId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var opened = await access.OpenAsync(context, datasetId, cancellationToken);
        if (opened.Refusal is { } refusal)
            return refusal;

        var comparisons = await Latest(context, datasetId).ToListAsync(cancellationToken);
        var copies = await CopiesOf(context, datasetId, comparisons, opened.Value.Dataset, cancellationToken);
        var counting = comparisons.Where(comparison => WhyNot(comparison) is null)
            .GroupBy(comparison => (comparison.InsideCopyId, comparison.OutsideCopyId))
            .Select(pair => pair.MaxBy(comparison => (comparison.ComparedAt, comparison.Id))!.Id)
            .ToHashSet();
        return new ComparisonsAnswer(
            datasetId,
            [.. comparisons.Select(comparison => ComparisonRow.Of(comparison, WhyNot(comparison) ?? (counting.Contains(comparison.Id) ? null : ComparisonEnd.Superseded)))],
            opened.Value.MayRecordComparisons);

        ComparisonEnd? WhyNot(RecordedComparison comparison) =>
            comparison.WhyNot(copies.GetValueOrDefault(comparison.InsideCopyId), copies.GetValueOrDefault(comparison.OutsideCopyId));
    }

    internal static IQueryable<RecordedComparison> Latest(DashboardContext context, long datasetId) => context.RecordedComparisons
        .AsNoTracking()
        .Where(comparison => comparison.DatasetId == datasetId)
        .OrderByDescending(comparison => comparison.ComparedAt).ThenByDescending(comparison => comparison.Id)
        .Take(Limit);

    private async Task<Dictionary<long, CopyEvidence?>> CopiesOf(
        DashboardContext context, long datasetId, List<RecordedComparison> comparisons, Dataset dataset, CancellationToken cancellationToken)
    {
        if (comparisons.Count == 0)
            return [];
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellationToken);
        long[] ids = [.. comparisons.SelectMany(comparison => new[] { comparison.InsideCopyId, comparison.OutsideCopyId }).Distinct()];
        var copies = await ComparableCopy.Of(context.Copies.Where(copy => copy.DatasetId == datasetId && ids.Contains(copy.Id))).ToListAsync(cancellationToken);
        return copies.ToDictionary(copy => copy.Id, copy => (CopyEvidence?)copy.Evidence(positions, dataset));
    }
}

public sealed record ComparisonsAnswer(long DatasetId, IReadOnlyList<ComparisonRow> Rows, bool MayRecord);

/// <param name="End">Why the comparison no longer counts; null while it counts.</param>
public sealed record ComparisonRow(
    long Id, ComparedCopy Inside, ComparedCopy Outside, ComparisonFacts Facts, DateTimeOffset RecordedAt, string RecordedBy,
    ComparisonEnd? End, DateTimeOffset? RevokedAt, string? RevokedBy, string? RevocationReason)
{
    internal static ComparisonRow Of(RecordedComparison comparison, ComparisonEnd? end) => new(
        comparison.Id, comparison.Inside, comparison.Outside,
        new(
            comparison.Method, comparison.SampleSize, comparison.Mismatches, comparison.Result, comparison.ComparedAt, comparison.ComparedBy,
            comparison.EvidenceLink, comparison.EvidenceSha256, comparison.Note),
        comparison.RecordedAt, comparison.RecordedBy, end, comparison.RevokedAt, comparison.RevokedBy, comparison.RevocationReason);
}
