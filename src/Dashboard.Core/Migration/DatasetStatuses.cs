using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Migration;

/// <summary>Keeps the status of each dataset equal to a recount of its copies.</summary>
public static class DatasetStatuses
{
    private const int ChunkSize = 500;

    /// <summary>
    /// Recalculates the status of these datasets in the caller's transaction, and adds to their history what an import changed and each
    /// stage change.
    /// </summary>
    /// <param name="changes">What an import did to the copies of each dataset; empty after an edit.</param>
    /// <returns>The datasets whose stage moved.</returns>
    public static async Task<StageMoves> RecalculateAsync(
        DashboardContext context, Positions positions, IEnumerable<long> datasetIds, long? importId,
        IReadOnlyDictionary<long, CopyChanges> changes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moves = new StageMoves();
        foreach (var chunk in datasetIds.Order().Chunk(ChunkSize))
        {
            var datasets = await context.Datasets.Where(dataset => chunk.Contains(dataset.Id)).ToListAsync(cancellationToken);
            var evidence = await EvidenceAsync(context, positions, datasets, cancellationToken);
            var comparisons = (await ComparisonsOf(context, chunk).ToListAsync(cancellationToken)).ToLookup(comparison => comparison.DatasetId);
            var history = new List<DatasetChange>();
            foreach (var dataset in datasets)
            {
                var before = dataset.Status.Stage;
                var rule = new StageRule(evidence[dataset.Id], [.. comparisons[dataset.Id]]);
                dataset.UpdateStatus(rule.Status(positions.MustBeInside(dataset.ClassificationId), dataset.DeclaredStatus), now);
                var changed = changes.GetValueOrDefault(dataset.Id);
                if (changed != default || before != dataset.Status.Stage)
                    history.Add(DatasetChange.Of(dataset.Id, importId, now, changed, before, dataset.Status.Stage));
                moves.Add(dataset.Id, before, dataset.Status.Stage);
            }

            context.DatasetChanges.AddRange(history);
            await context.SaveChangesAsync(cancellationToken);
            foreach (var entity in datasets.Cast<object>().Concat(history))
                context.Entry(entity).State = EntityState.Detached;
        }

        return moves;
    }

    /// <summary>
    /// Recalculates every dataset, then today's figures: after a change to the boundary, a location or a classification, and when a day
    /// begins.
    /// </summary>
    /// <returns>The datasets whose stage moved.</returns>
    public static async Task<StageMoves> RecalculateAllAsync(DashboardContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        var ids = await context.Datasets.Select(dataset => dataset.Id).ToListAsync(cancellationToken);
        var moves = await RecalculateAsync(context, positions, ids, null, new Dictionary<long, CopyChanges>(), now, cancellationToken);
        await Summary.DailyFigures.WriteTodayAsync(context, positions, now, cancellationToken);
        return moves;
    }

    /// <summary>The comparisons that have not been revoked. The stage rule decides which of them count.</summary>
    public static IQueryable<RecordedComparison> ComparisonsOf(DashboardContext context, long[] datasetIds) => context.RecordedComparisons
        .AsNoTracking()
        .Where(comparison => datasetIds.Contains(comparison.DatasetId) && comparison.RevokedAt == null);

    private static async Task<Dictionary<long, List<CopyEvidence>>> EvidenceAsync(
        DashboardContext context, Positions positions, List<Dataset> datasets, CancellationToken cancellationToken)
    {
        var evidence = datasets.ToDictionary(dataset => dataset.Id, _ => new List<CopyEvidence>());
        var classifications = datasets.ToDictionary(dataset => dataset.Id, dataset => dataset.ClassificationId);
        var ids = evidence.Keys.ToArray();
        var copies = context.Copies.AsNoTracking()
            .Where(copy => ids.Contains(copy.DatasetId))
            .Select(copy => new
            {
                copy.Id, copy.DatasetId, copy.LocationId, copy.Role, copy.State, copy.Bytes, copy.Records, copy.Fingerprint, copy.CreatedAt, copy.FirstSeen, copy.SizeUnknownSince,
            });
        await foreach (var copy in copies.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            evidence[copy.DatasetId].Add(new(
                copy.Id, positions.Of(copy.LocationId, classifications[copy.DatasetId]), copy.Role, copy.State, copy.Bytes, copy.Records,
                copy.Fingerprint, copy.CreatedAt ?? copy.FirstSeen) { IsSizeUnknown = copy.SizeUnknownSince is not null });
        }

        return evidence;
    }
}
