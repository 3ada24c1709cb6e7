using System.Text.Json.Nodes;
using Dashboard.Core.Findings;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Deletions;

/// <summary>
/// What an applied import shows about reported deletions: absent, still present, or reappeared. Runs in the import's transaction, after its
/// copies are written and before the commit.
/// </summary>
public static class BatchProof
{
    /// <returns>A ledger entry for each batch that it affects.</returns>
    /// <param name="unproved">The copies that were reported deleted and are not listed, with why that proves nothing.</param>
    public static async Task<IReadOnlyList<LedgerDraft>> SettleAsync(
        DashboardContext context, Import import, IReadOnlyDictionary<long, ProofGaps> unproved, Positions positions, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await ExplainAsync(context, import.Id, unproved, cancellationToken);
        var (source, asOf) = (import.SourceId, import.AsOf);
        var items = context.DeletionItems.AsNoTracking().Where(item => item.SourceId == source);
        var absent = items.Where(item => item.State == ItemState.Reported
            && context.Copies.Any(copy => copy.Id == item.CopyId && copy.State == CopyState.VerifiedAbsent));
        var present = items.Where(item => item.State == ItemState.Reported && item.PerformedAt < asOf
            && context.Copies.Any(copy => copy.Id == item.CopyId && copy.State == CopyState.DeletionReported && copy.LastSeen > item.PerformedAt));
        var back = items.Where(item => item.State == ItemState.VerifiedAbsent
            && context.Copies.Any(copy => copy.Id == item.CopyId && copy.State == CopyState.Reappeared));

        var found = new List<Found>();
        found.AddRange(await FoundAsync(absent, ItemState.VerifiedAbsent, cancellationToken));
        found.AddRange(await FoundAsync(present, ItemState.StillPresent, cancellationToken));
        found.AddRange(await FoundAsync(back, ItemState.Reappeared, cancellationToken));
        if (found.Count == 0)
            return [];

        await absent.ExecuteUpdateAsync(
            set => set.SetProperty(item => item.State, ItemState.VerifiedAbsent).SetProperty(item => item.IsClaimed, false)
                .SetProperty(item => item.ProofGaps, ProofGaps.None).SetProperty(item => item.CheckedByImportId, import.Id)
                .SetProperty(item => item.VerifiedAt, asOf).SetProperty(item => item.VerifiedByImportId, import.Id),
            cancellationToken);
        await back.ExecuteUpdateAsync(set => set.SetProperty(item => item.State, ItemState.Reappeared), cancellationToken);
        await ReopenAsync(context, present, positions, now, cancellationToken);
        RaiseFindings(context, import.Id, found, now);
        return await ProgressAsync(context, import, found, now, cancellationToken);
    }

    /// <summary>Records with each item why the import does not prove its deletion.</summary>
    private static async Task ExplainAsync(
        DashboardContext context, long importId, IReadOnlyDictionary<long, ProofGaps> unproved, CancellationToken cancellationToken)
    {
        foreach (var same in unproved.GroupBy(copy => copy.Value, copy => copy.Key))
        {
            foreach (var copies in same.Chunk(500))
            {
                await context.DeletionItems.Where(item => item.State == ItemState.Reported && copies.Contains(item.CopyId)).ExecuteUpdateAsync(
                    set => set.SetProperty(item => item.ProofGaps, same.Key).SetProperty(item => item.CheckedByImportId, importId), cancellationToken);
            }
        }
    }

    private static Task<List<Found>> FoundAsync(IQueryable<DeletionItem> items, ItemState what, CancellationToken cancellationToken) =>
        items.GroupBy(item => new { item.BatchId, item.DatasetId })
            .Select(same => new Found(what, same.Key.BatchId, same.Key.DatasetId, same.LongCount(), same.Sum(item => item.Bytes)))
            .ToListAsync(cancellationToken);

    /// <summary>
    /// In a batch that is being executed, the items must be deleted again. In a batch that was stopped, their copies are present as before.
    /// </summary>
    private static async Task ReopenAsync(
        DashboardContext context, IQueryable<DeletionItem> present, Positions positions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var executing = context.DeletionBatches.Where(batch => batch.State == BatchState.Executing || batch.State == BatchState.Executed).Select(batch => batch.Id);
        var datasets = await DeletionStates.ReopenAsync(context, present.Where(item => executing.Contains(item.BatchId)), cancellationToken);
        datasets.AddRange(await DeletionStates.RestoreAsync(context, present.Where(item => !executing.Contains(item.BatchId)), cancellationToken));
        // The copies have changed state, so the query for these items no longer finds them.
        await context.DeletionItems
            .Where(item => item.State == ItemState.Reported
                && context.Copies.Any(copy => copy.Id == item.CopyId && (copy.State == CopyState.DeletionPending || copy.State == CopyState.Present)))
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.State, ItemState.StillPresent), cancellationToken);
        await BatchEffects.DeriveAsync(context, positions, datasets, now, cancellationToken);
    }

    private static void RaiseFindings(DashboardContext context, long importId, List<Found> found, DateTimeOffset now)
    {
        foreach (var one in found.Where(one => one.What is not ItemState.VerifiedAbsent))
        {
            var kind = one.What is ItemState.StillPresent ? FindingKind.StillPresentAfterReport : FindingKind.DeletedCopyReappeared;
            context.Findings.Add(new(kind, one.DatasetId, importId, one.Copies, now) { BatchId = one.BatchId });
        }
    }

    private static async Task<IReadOnlyList<LedgerDraft>> ProgressAsync(
        DashboardContext context, Import import, List<Found> found, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = found.Select(one => one.BatchId).Distinct().ToArray();
        var batches = await context.DeletionBatches.Where(batch => ids.Contains(batch.Id)).OrderBy(batch => batch.Id).ToListAsync(cancellationToken);
        var drafts = new List<LedgerDraft>();
        foreach (var batch in batches)
        {
            var before = batch.State;
            batch.Progress(await BatchItems.TallyAsync(context, batch, cancellationToken), now);
            drafts.Add(Draft(batch, before, import, [.. found.Where(one => one.BatchId == batch.Id)]));
        }

        return drafts;
    }

    private static LedgerDraft Draft(DeletionBatch batch, BatchState before, Import import, Found[] found)
    {
        var (absent, present, back) = (Copies(ItemState.VerifiedAbsent), Copies(ItemState.StillPresent), Copies(ItemState.Reappeared));
        string?[] words =
        [
            absent > 0 ? $"{absent:N0} verified absent" : null,
            present > 0 ? $"{present:N0} still present although reported as deleted" : null,
            back > 0 ? $"{back:N0} present again after being verified absent" : null,
        ];
        return new(LedgerActions.BatchProofChanged, LedgerSubjects.Of(batch), $"checked the items of “{batch.Name}” against an inventory: {string.Join(", ", words.Where(word => word is not null))}")
        {
            Changes = before == batch.State ? [] : [new("state", before.ToString(), batch.State.ToString())],
            Related = [LedgerSubjects.Of(import)],
            Details = new JsonObject
            {
                ["verifiedAbsent"] = absent,
                ["stillPresent"] = present,
                ["reappeared"] = back,
                ["asOf"] = LedgerDetails.Time(import.AsOf),
                ["importSha256"] = import.Sha256,
            },
        };

        long Copies(ItemState what) => found.Where(one => one.What == what).Sum(one => one.Copies);
    }

    private sealed record Found(ItemState What, long BatchId, long DatasetId, long Copies, long Bytes);
}
