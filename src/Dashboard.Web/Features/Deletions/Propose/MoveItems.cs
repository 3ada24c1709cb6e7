using System.Text.Json.Nodes;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Web.Features.Deletions.Decisions;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Propose;

/// <summary>Moves the items that a batch cannot finish to a new draft of the lead. They must be proposed, reviewed and approved again.</summary>
internal sealed class MoveItems(BatchDecisions decisions)
{
    private const string Suffix = ", remaining items";

    /// <returns>The new draft's id.</returns>
    public async Task<Result<long>> HandleAsync(long batchId, CancellationToken cancellationToken)
    {
        DeletionBatch? draft = null;
        var moved = await decisions.DecideAsync(
            Permission.ProposeDeletions, batchId,
            async decision =>
            {
                var result = await MoveAsync(decision, cancellationToken);
                draft = result.IsDone ? result.Value.Draft : null;
                return result.IsDone ? result.Value.Entry : result.Refusal!;
            },
            cancellationToken);
        return moved.Refusal is { } refusal ? refusal : draft!.Id;
    }

    private static async Task<Result<Move>> MoveAsync(BatchDecision decision, CancellationToken cancellationToken)
    {
        var (context, batch, member, positions, now) = decision;
        var movable = batch.Movable(now);
        if (movable.Refusal is { } refusal)
            return refusal;
        var begun = DeletionBatch.Propose(Facts(batch), member, now);
        if (begun.Refusal is { } invalid)
            return invalid;

        var items = Leaving(context, batch, movable.Value);
        if (!await items.AnyAsync(cancellationToken))
            return new NothingToMove();
        var draft = begun.Value;
        context.DeletionBatches.Add(draft);
        await context.SaveChangesAsync(cancellationToken);
        var ids = items.Select(item => item.CopyId);
        var added = await BatchItems.AddAsync(context, draft, context.Copies.Where(copy => ids.Contains(copy.Id)), cancellationToken);
        if (added.Refusal is { } refused)
            return refused;

        // Their work orders no longer apply. This runs before the items move, because the items identify the copies.
        var datasets = await DeletionStates.TakeBackAsync(context, items, cancellationToken);
        await items.ExecuteUpdateAsync(
            set => set.SetProperty(item => item.State, ItemState.Moved).SetProperty(item => item.IsClaimed, false)
                .SetProperty(item => item.MovedToBatchId, draft.Id),
            cancellationToken);
        var before = batch.State;
        batch.Progress(await BatchItems.TallyAsync(context, batch, cancellationToken), now);
        var stages = await BatchEffects.DeriveAsync(context, positions, datasets, now, cancellationToken);
        await BatchItems.CountAsync(context, draft, positions, cancellationToken);
        await BatchItems.EvaluateAsync(context, draft, positions, now, cancellationToken);
        return new Move(draft, Entry(batch, before, draft, added.Value, stages));
    }

    /// <summary>The movable items that a source still lists. Copies that are gone do not need to be deleted.</summary>
    internal static IQueryable<DeletionItem> Leaving(DashboardContext context, DeletionBatch batch, ItemState[] movable) => context.DeletionItems
        .Where(item => item.BatchId == batch.Id && movable.Contains(item.State)
            && context.Copies.Any(copy => copy.Id == item.CopyId && CopyStates.Listed.Contains(copy.State)));

    private static BatchFacts Facts(DeletionBatch batch) => new(
        $"{(batch.Name.Length > BatchFacts.LongestName - Suffix.Length ? batch.Name[..(BatchFacts.LongestName - Suffix.Length)] : batch.Name)}{Suffix}",
        batch.Reason, batch.Method, batch.Technique, batch.InsideReason);

    private static LedgerDraft Entry(DeletionBatch batch, BatchState before, DeletionBatch draft, long moved, StageMoves stages) => BatchEntries.Of(
        LedgerActions.BatchItemsMoved, batch, $"moved {moved:N0} {(moved == 1 ? "item" : "items")} of the deletion batch “{batch.Name}” to the new draft “{draft.Name}”",
        new JsonObject { ["moved"] = moved, ["draft"] = draft.Id }.With(stages)) with
    {
        Changes = before == batch.State ? [] : [new("state", before.ToString(), batch.State.ToString())],
        Related = [LedgerSubjects.Of(draft)],
    };

    private sealed record Move(DeletionBatch Draft, LedgerDraft Entry);
}
