using System.Data.Common;
using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Findings;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>
/// Compares the staged rows with the known copies of their source, and applies the difference. All of it is set-based SQL; no row becomes
/// an object here, except the copies whose deletion was reported: the conditions of proof are asked for each of them. The connection must stay open
/// from staging to the end.
/// </summary>
internal sealed class Reconciliation(DashboardContext context, IStaging staging, long sourceId)
{
    private readonly ReconciliationSql sql = new(staging);
    private long touched;

    /// <summary>
    /// Marks every staged row as new, unchanged, changed or reappeared, adds the copies that rejected rows name, and those that are absent from
    /// a complete inventory.
    /// </summary>
    /// <param name="hasNamed">Whether the resources that rejected rows name are staged.</param>
    /// <param name="isFolded">Whether mapping rules gave the staged rows their IDs.</param>
    public async Task<IReadOnlyDictionary<StagedChange, long>> CompareAsync(
        ImportWitness witness, bool hasNamed, bool isFolded, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlRawAsync(sql.Match, [sourceId], cancellationToken);
        var renamed = isFolded ? await FollowRulesAsync(cancellationToken) : [];
        if (hasNamed)
            await context.Database.ExecuteSqlRawAsync(sql.AddNotUnderstood, [sourceId], cancellationToken);

        if (witness.IsComplete)
            await context.Database.ExecuteSqlRawAsync(sql.AddVanished(witness.Coverage.Count, renamed), [sourceId, .. witness.Coverage], cancellationToken);
        await ProveAsync(witness, renamed, cancellationToken);
        var counts = await context.Database.SqlQueryRaw<ChangeCount>(sql.CountChanges).ToListAsync(cancellationToken);
        touched = counts.Where(count => ReconciliationSql.Touches((StagedChange)count.Change)).Sum(count => count.Copies);
        return counts.ToDictionary(count => (StagedChange)count.Change, count => count.Copies);
    }

    /// <summary>The copies that were reported deleted and are not listed, with why that proves nothing.</summary>
    public IReadOnlyDictionary<long, ProofGaps> Unproved { get; private set; } = new Dictionary<long, ProofGaps>();

    /// <summary>What lists the source's copies, with how many it lists.</summary>
    public Task<List<CoveredCopies>> CoveragesAsync(CancellationToken cancellationToken) =>
        context.Database.SqlQueryRaw<CoveredCopies>(ReconciliationSql.Coverages, sourceId).ToListAsync(cancellationToken);

    /// <summary>Known copies that changed in a way that matters.</summary>
    public Task<List<ChangedCopies>> MaterialChangesAsync(CancellationToken cancellationToken) =>
        context.Database.SqlQueryRaw<ChangedCopies>(sql.MaterialChanges).ToListAsync(cancellationToken);

    /// <summary>The copies that the source lists now, and those that it would list after the import, with their bytes.</summary>
    public async Task<(SourceSize Before, SourceSize After)> SizesAsync(IReadOnlyDictionary<StagedChange, long> changes, CancellationToken cancellationToken)
    {
        var known = context.CopyRollups.Where(rollup => rollup.SourceId == sourceId && CopyStates.Listed.Contains(rollup.State));
        var before = new SourceSize(
            await known.SumAsync(rollup => rollup.Copies, cancellationToken), await known.SumAsync(rollup => rollup.Bytes, cancellationToken));
        var difference = await context.Database.SqlQueryRaw<long>(sql.BytesDifference).SingleAsync(cancellationToken);
        return (before, new(
            before.Copies + Of(StagedChange.New) + Of(StagedChange.Reappeared) - Of(StagedChange.Vanished) - Of(StagedChange.VerifiedAbsent),
            before.Bytes + difference));

        long Of(StagedChange change) => changes.GetValueOrDefault(change);
    }

    /// <summary>
    /// Writes the copies that <see cref="CompareAsync"/> found, inside the caller's transaction. It takes minutes and needs no turn: only imports
    /// add or describe copies, and imports run one at a time. Decisions about deletions change the states of copies, hence the check.
    /// </summary>
    /// <param name="newIds">The real IDs for the placeholders in the staged rows.</param>
    /// <exception cref="ComparisonOutdatedException">A copy is no longer in the state that was compared.</exception>
    public async Task<WrittenCopies> WriteAsync(
        long importId, DateTimeOffset asOf, IReadOnlyDictionary<long, long> newIds, CancellationToken cancellationToken)
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
        await context.Database.ExecuteSqlRawAsync(sql.MarkNotUnderstood, [importId], cancellationToken);
        await context.Database.ExecuteSqlRawAsync(sql.InsertNew, [sourceId, staging.Time(asOf)], cancellationToken);
        return new(
            before, [.. after.Select(group => new RollupSum(rollups[KeyOf(group)], group.Copies, group.Bytes))], changes, [.. changes.Keys.Union(left)]);
    }

    /// <summary>Derives from the written copies what decisions and summaries read. In the caller's turn, so that no decision is overlooked.</summary>
    /// <param name="material">The changes that matter, as the comparison found them.</param>
    /// <returns>The datasets whose stage changed.</returns>
    public async Task<StageMoves> DeriveAsync(
        WrittenCopies written, long importId, IReadOnlyList<MaterialChange> material, Positions positions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await RollupSums.ApplyAsync(context, written.Before, written.After, cancellationToken);
        await DatasetTotals.RecountAsync(context, written.Datasets, cancellationToken);
        await RaiseFindingsAsync(importId, written.Changes, material, now, cancellationToken);
        var moves = await DatasetStatuses.RecalculateAsync(context, positions, written.Datasets, importId, written.Changes, now, cancellationToken);
        await DailyFigures.WriteTodayAsync(context, positions, now, cancellationToken);
        return moves;
    }

    /// <summary>
    /// The IDs of folded copies come from the mapping rules. After a rule was added or removed, the same objects have another ID: below the old one
    /// or above it. Then the known copy continues under the new ID, instead of vanishing while its bytes are counted a second time.
    /// </summary>
    /// <returns>The copies that continue.</returns>
    private async Task<HashSet<long>> FollowRulesAsync(CancellationToken cancellationToken)
    {
        var renamedCopies = new HashSet<long>();
        var fresh = await context.Database.SqlQueryRaw<NamedCopy>(sql.NewNames).ToListAsync(cancellationToken);
        if (fresh.Count == 0)
            return renamedCopies;
        foreach (var known in await context.Database.SqlQueryRaw<NamedCopy>(sql.NotStaged, sourceId).ToListAsync(cancellationToken))
        {
            if (fresh.Find(row => IsBelow(row.Name, known.Name) || IsBelow(known.Name, row.Name)) is not { } renamed)
                continue;
            fresh.Remove(renamed);
            renamedCopies.Add(known.Id);
            await context.Database.ExecuteSqlRawAsync(sql.Rename, [known.Id, renamed.Name], cancellationToken);
        }

        return renamedCopies;

        static bool IsBelow(string name, string above) => name.StartsWith(above.EndsWith('/') ? above : above + '/', StringComparison.Ordinal);
    }

    /// <summary>Adds the copies as verified absent that were reported deleted, are not listed, and meet every condition of proof.</summary>
    private async Task ProveAsync(ImportWitness witness, HashSet<long> renamed, CancellationToken cancellationToken)
    {
        var candidates = await context.Database.SqlQueryRaw<NotListed>(sql.ReportedAndNotListed, sourceId).ToListAsync(cancellationToken);
        candidates.RemoveAll(copy => renamed.Contains(copy.CopyId));
        var reports = candidates.Count == 0 ? [] : await ReportsAsync(cancellationToken);
        var gaps = candidates.ToDictionary(copy => copy.CopyId, copy => ProofConditions.Gaps(
            witness, (reports.GetValueOrDefault(copy.CopyId) ?? ReportedCopy.WithoutReport(copy.CopyId)) with
            {
                Coverage = copy.Coverage,
                IsNotUnderstood = copy.NotUnderstood == 1,
            }));
        foreach (var chunk in gaps.Where(copy => copy.Value is ProofGaps.None).Select(copy => copy.Key).Chunk(ProvedAtOnce))
            await context.Database.ExecuteSqlRawAsync(sql.AddVerifiedAbsent(chunk), cancellationToken);
        Unproved = gaps.Where(copy => copy.Value is not ProofGaps.None).ToDictionary();
    }

    /// <summary>The reports that count, by copy.</summary>
    private async Task<Dictionary<long, ReportedCopy>> ReportsAsync(CancellationToken cancellationToken)
    {
        var reports =
            from item in context.DeletionItems
            where item.SourceId == sourceId && item.State == ItemState.Reported
            join batch in context.DeletionBatches on item.BatchId equals batch.Id
            from report in context.ExecutionReports.Where(report => report.Id == item.ReportId).DefaultIfEmpty()
            from reported in context.ReportedItems.Where(reported => reported.ReportId == item.ReportId && reported.BatchId == item.BatchId && reported.Number == item.Number).DefaultIfEmpty()
            select new { item.CopyId, item.PerformedAt, batch.ProposerId, Executor = report == null ? null : report.Executor, TokenId = report == null ? null : report.TokenId, Operator = reported == null ? null : reported.Operator };
        var found = await reports.ToListAsync(cancellationToken);
        return found.GroupBy(report => report.CopyId).ToDictionary(same => same.Key, same =>
        {
            var last = same.MaxBy(report => report.PerformedAt)!;
            string?[] people = [last.Executor, last.Operator];
            return new ReportedCopy(same.Key, null, false, last.PerformedAt, last.ProposerId, [.. people.OfType<string>()], last.TokenId);
        });
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
        long importId, Dictionary<long, CopyChanges> changes, IReadOnlyList<MaterialChange> material, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var same in material.Where(change => change.Kind is not null).GroupBy(change => (change.Kind, change.DatasetId)))
        {
            var texts = string.Join("; ", same.Select(change => change.Text));
            context.Findings.Add(new(same.Key.Kind!.Value, same.Key.DatasetId, importId, same.Sum(change => change.Copies), now)
            {
                Detail = texts.Length <= 1000 ? texts : texts[..999] + "…",
            });
        }

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

    // The number of IDs in one statement.
    private const int ProvedAtOnce = 1000;

    private sealed record NamedCopy(long Id, string Name);

    private sealed record NotListed(long CopyId, string? Coverage, int NotUnderstood);

    private sealed record ChangeCount(int Change, long Copies);

    private sealed record DatasetCount(long DatasetId, int Change, long Copies);

    private sealed record GroupAfter(
        long LocationId, int Role, int State, long ClassificationId, long SystemId, long Copies, long Bytes);
}

/// <summary>How many of a source's copies one part of it lists.</summary>
internal sealed record CoveredCopies(string? Name, long Copies);
