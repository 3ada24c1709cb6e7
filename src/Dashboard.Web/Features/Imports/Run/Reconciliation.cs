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

    /// <summary>Marks every staged row as new, unchanged, changed or reappeared, and adds the copies missing from a complete inventory.</summary>
    public async Task<IReadOnlyDictionary<StagedChange, long>> CompareAsync(bool isComplete, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlRawAsync(sql.Match, [sourceId], cancellationToken);
        if (isComplete)
            await context.Database.ExecuteSqlRawAsync(sql.AddMissing, [sourceId, staging.Time(asOf)], cancellationToken);
        var counts = await context.Database.SqlQueryRaw<ChangeCount>(sql.CountChanges).ToListAsync(cancellationToken);
        return counts.ToDictionary(count => (StagedChange)count.Change, count => count.Copies);
    }

    /// <summary>Applies what <see cref="CompareAsync"/> found, inside the caller's transaction.</summary>
    /// <param name="newIds">The real IDs for the placeholders in the staged rows.</param>
    /// <returns>The datasets whose stage changed.</returns>
    public async Task<StageMoves> ApplyAsync(
        long importId, DateTimeOffset asOf, IReadOnlyDictionary<long, long> newIds, DateTimeOffset now, CancellationToken cancellationToken)
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

        await context.Database.ExecuteSqlRawAsync(sql.UpdateTouched, [sourceId, staging.Time(asOf)], cancellationToken);
        await context.Database.ExecuteSqlRawAsync(sql.ConfirmUnchanged, [sourceId, staging.Time(asOf)], cancellationToken);
        await context.Database.ExecuteSqlRawAsync(sql.InsertNew, [sourceId, staging.Time(asOf)], cancellationToken);

        await RollupSums.ApplyAsync(
            context, before, after.Select(group => new RollupSum(rollups[KeyOf(group)], group.Copies, group.Bytes)), cancellationToken);
        long[] datasets = [.. changes.Keys.Union(left)];
        await DatasetTotals.RecountAsync(context, datasets, cancellationToken);
        await RaiseFindingsAsync(importId, changes, now, cancellationToken);
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        var moves = await DatasetStatuses.RecalculateAsync(context, positions, datasets, importId, changes, now, cancellationToken);
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

    private sealed record ChangeCount(int Change, long Copies);

    private sealed record DatasetCount(long DatasetId, int Change, long Copies);

    private sealed record GroupAfter(
        long LocationId, int Role, int State, long ClassificationId, long SystemId, long Copies, long Bytes);
}
