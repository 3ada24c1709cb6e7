using System.Data.Common;
using Dashboard.Core;
using Dashboard.Core.Findings;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>
/// Compares the staged rows with the known copies of their source, and applies the difference. All of it is set-based SQL; no row
/// becomes an object here. The connection must stay open from staging to the end.
/// </summary>
internal sealed class Reconciliation(DashboardContext context, IStaging staging, long sourceId)
{
    private readonly ReconciliationSql sql = new(staging);
    private long touched;

    /// <summary>Marks every staged row as new, unchanged, changed or reappeared, and adds the copies missing from a complete inventory.</summary>
    public async Task<IReadOnlyDictionary<StagedChange, long>> CompareAsync(bool isComplete, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlRawAsync(sql.Match, [sourceId], cancellationToken);
        if (isComplete)
            await context.Database.ExecuteSqlRawAsync(sql.AddMissing, [sourceId, staging.Time(asOf)], cancellationToken);
        var counts = await context.Database.SqlQueryRaw<ChangeCount>(sql.CountChanges).ToListAsync(cancellationToken);
        touched = counts.Where(count => count.Change > (int)StagedChange.Unchanged).Sum(count => count.Copies);
        return counts.ToDictionary(count => (StagedChange)count.Change, count => count.Copies);
    }

    /// <summary>
    /// Writes the copies that <see cref="CompareAsync"/> found, inside the caller's transaction. It takes minutes and needs no turn: only imports
    /// add or describe copies, and imports run one at a time. Decisions about deletions change the states of copies, hence the check.
    /// </summary>
    /// <param name="newIds">The real IDs for the placeholders in the staged rows.</param>
    /// <exception cref="ComparisonOutdatedException">A copy is no longer in the state that was compared.</exception>
    public async Task<WrittenCopies> WriteAsync(DateTimeOffset asOf, IReadOnlyDictionary<long, long> newIds, CancellationToken cancellationToken)
    {
        if (newIds.Count > 0)
        {
            await staging.LoadIdsAsync(
                context.Database.GetDbConnection(), context.Database.CurrentTransaction!.GetDbTransaction(), newIds, cancellationToken);
            await context.Database.ExecuteSqlRawAsync(sql.ReplacePlaceholders, cancellationToken);
        }

        var before = await context.Database.SqlQueryRaw<RollupSum>(sql.SumsBefore).ToListAsync(cancellationToken);
        var after = await context.Database.SqlQueryRaw<GroupAfter>(sql.SumsAfter).ToListAsync(cancellationToken);
        var rollups = await RollupSums.IdsOfAsync(context, [.. after.Select(KeyOf)], cancellationToken);
        var left = await context.Database.SqlQueryRaw<long>(sql.DatasetsLeft).ToListAsync(cancellationToken);
        var changes = await ChangesAsync(cancellationToken);

        if (await context.Database.ExecuteSqlRawAsync(sql.UpdateTouched, [sourceId, staging.Time(asOf)], cancellationToken) != touched)
            throw new ComparisonOutdatedException();
        await context.Database.ExecuteSqlRawAsync(sql.ConfirmUnchanged, [sourceId, staging.Time(asOf)], cancellationToken);
        await context.Database.ExecuteSqlRawAsync(sql.InsertNew, [sourceId, staging.Time(asOf)], cancellationToken);
        return new(
            before, [.. after.Select(group => new RollupSum(rollups[KeyOf(group)], group.Copies, group.Bytes))], changes, [.. changes.Keys.Union(left)]);
    }

    /// <summary>Derives from the written copies what decisions and summaries read. In the caller's turn, so that no decision is overlooked.</summary>
    /// <returns>The datasets whose stage changed.</returns>
    public async Task<StageMoves> DeriveAsync(
        WrittenCopies written, long importId, Positions positions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await RollupSums.ApplyAsync(context, written.Before, written.After, cancellationToken);
        await DatasetTotals.RecountAsync(context, written.Datasets, cancellationToken);
        await RaiseFindingsAsync(importId, written.Changes, now, cancellationToken);
        var moves = await DatasetStatuses.RecalculateAsync(context, positions, written.Datasets, importId, written.Changes, now, cancellationToken);
        await DailyFigures.WriteTodayAsync(context, positions, now, cancellationToken);
        return moves;
    }

    private RollupKey KeyOf(GroupAfter group) => new(
        sourceId, group.LocationId, (CopyRole)group.Role, (CopyState)group.State, group.ClassificationId, group.SystemId);

    private async Task<Dictionary<long, CopyChanges>> ChangesAsync(CancellationToken cancellationToken)
    {
        var counts = await context.Database.SqlQueryRaw<DatasetCount>(sql.ChangesByDataset).ToListAsync(cancellationToken);
        return counts.GroupBy(count => count.DatasetId).ToDictionary(group => group.Key, group => new CopyChanges(
            Of(group, StagedChange.New), Of(group, StagedChange.Changed), Of(group, StagedChange.Vanished),
            Of(group, StagedChange.VerifiedAbsent), Of(group, StagedChange.Reappeared)));

        static long Of(IEnumerable<DatasetCount> counts, StagedChange change) =>
            counts.Where(count => count.Change == (int)change).Sum(count => count.Copies);
    }

    private async Task RaiseFindingsAsync(
        long importId, Dictionary<long, CopyChanges> changes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var (datasetId, change) in changes)
        {
            if (change.Reappeared > 0)
                context.Findings.Add(new(FindingKind.CopyReappeared, datasetId, importId, change.Reappeared, now));
            if (change.Vanished > 0)
                context.Findings.Add(new(FindingKind.CopyVanished, datasetId, importId, change.Vanished, now));
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <param name="Before">What the written copies counted in their rollups before.</param>
    /// <param name="Datasets">Every dataset that gained, lost or changed a copy.</param>
    internal sealed record WrittenCopies(List<RollupSum> Before, List<RollupSum> After, Dictionary<long, CopyChanges> Changes, long[] Datasets);

    private sealed record ChangeCount(int Change, long Copies);

    private sealed record DatasetCount(long DatasetId, int Change, long Copies);

    private sealed record GroupAfter(
        long LocationId, int Role, int State, long ClassificationId, long SystemId, long Copies, long Bytes);
}
