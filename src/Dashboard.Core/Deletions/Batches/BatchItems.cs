using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Deletions;

/// <summary>
/// Operations on all items of a batch at once: a few statements, however many items there are. They run in the caller's transaction.
/// </summary>
public static class BatchItems
{
    private const int Chunk = 1000;

    public static IQueryable<DeletionItem> ItemsOf(this DashboardContext context, DeletionBatch batch) =>
        context.DeletionItems.AsNoTracking().Where(item => item.BatchId == batch.Id);

    /// <summary>The items that may still be deleted under the batch. Gates apply to them.</summary>
    public static IQueryable<DeletionItem> ToDelete(this IQueryable<DeletionItem> items) =>
        items.Where(item => ItemStates.ToDelete.Contains(item.State));

    /// <summary>
    /// Adds copies to a draft, in the order of their resource IDs. Copies that the draft already has, or that are no longer listed, are
    /// left out.
    /// </summary>
    /// <returns>The number of copies added.</returns>
    public static async Task<Result<long>> AddAsync(
        DashboardContext context, DeletionBatch batch, IQueryable<Copy> copies, CancellationToken cancellationToken)
    {
        var number = await context.ItemsOf(batch).MaxAsync(item => (long?)item.Number, cancellationToken) ?? 0;
        var known = await context.ItemsOf(batch).LongCountAsync(cancellationToken);
        var added = copies.AsNoTracking()
            .Where(copy => CopyStates.Listed.Contains(copy.State))
            .Where(copy => !context.DeletionItems.Any(item => item.BatchId == batch.Id && item.CopyId == copy.Id));
        var count = await added.LongCountAsync(cancellationToken);
        if (count == 0)
            return new NothingToAdd();
        if (known + count > DeletionBatch.MostItems)
            return new TooManyItems(known + count);
        var rows = await added.OrderBy(copy => copy.ResourceId).ThenBy(copy => copy.Id).ToListAsync(cancellationToken);
        foreach (var chunk in rows.Chunk(5 * Chunk))
        {
            var items = Array.ConvertAll(chunk, copy => DeletionItem.Of(batch.Id, ++number, copy));
            context.AddRange(items);
            await context.SaveChangesAsync(cancellationToken);
            foreach (var item in items)
                context.Entry(item).State = EntityState.Detached;
        }

        return count;
    }

    /// <summary>Recounts the items, and updates the tally and the scope of the batch.</summary>
    public static async Task CountAsync(
        DashboardContext context, DeletionBatch batch, Positions positions, CancellationToken cancellationToken) =>
        batch.SetItems(await TallyAsync(context, batch, cancellationToken), await BatchScopes.OfAsync(context, batch, positions, cancellationToken));

    public static async Task<BatchTally> TallyAsync(DashboardContext context, DeletionBatch batch, CancellationToken cancellationToken)
    {
        var sums = await context.ItemsOf(batch)
            .GroupBy(item => item.State)
            .Select(same => new { State = same.Key, Copies = same.LongCount(), Bytes = same.Sum(item => item.Bytes) })
            .ToDictionaryAsync(same => same.State, cancellationToken);
        var listed = ItemStates.Listed.Where(sums.ContainsKey).Select(state => sums[state]).ToList();
        return new(
            listed.Sum(same => same.Copies), listed.Sum(same => same.Bytes), Copies(ItemState.Proposed), Copies(ItemState.Ordered),
            Copies(ItemState.Reported), Bytes(ItemState.Reported), Copies(ItemState.Failed), Copies(ItemState.VerifiedAbsent),
            Bytes(ItemState.VerifiedAbsent), Copies(ItemState.StillPresent), Copies(ItemState.Reappeared), Copies(ItemState.Excluded), Copies(ItemState.Moved));

        long Copies(ItemState state) => sums.TryGetValue(state, out var same) ? same.Copies : 0;
        long Bytes(ItemState state) => sums.TryGetValue(state, out var same) ? same.Bytes : 0;
    }

    /// <summary>Evaluates the gates of all items that may still be deleted, and saves the results.</summary>
    public static async Task<List<ItemGates>> EvaluateAsync(
        DashboardContext context, DeletionBatch batch, Positions positions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var items = context.ItemsOf(batch).ToDelete();
        var evaluation = await GateEvaluation.PrepareAsync(context, batch, positions, now, cancellationToken);
        var found = await evaluation.EvaluateAsync(items, cancellationToken);
        if (found.Exists(item => item.ClosedBefore != item.Closed))
            await SaveAsync(items, found, cancellationToken);
        // An item whose copy is not in the inventory was not evaluated, so it counts as closed.
        var all = await items.LongCountAsync(cancellationToken);
        batch.Evaluated(all - found.Count(item => item.AreOpen), now);
        return found;
    }

    /// <summary>Claims the copies, so that no other batch can be submitted with them.</summary>
    public static Task<int> ClaimAsync(DashboardContext context, DeletionBatch batch, CancellationToken cancellationToken) => context.DeletionItems
        .Where(item => item.BatchId == batch.Id && ItemStates.Claiming.Contains(item.State))
        .ExecuteUpdateAsync(set => set.SetProperty(item => item.IsClaimed, true), cancellationToken);

    /// <summary>Releases the claims, so that other batches can have these copies.</summary>
    public static Task<int> ReleaseClaimsAsync(DashboardContext context, DeletionBatch batch, CancellationToken cancellationToken) => context.DeletionItems
        .Where(item => item.BatchId == batch.Id && item.IsClaimed)
        .ExecuteUpdateAsync(set => set.SetProperty(item => item.IsClaimed, false), cancellationToken);

    private static async Task SaveAsync(IQueryable<DeletionItem> items, List<ItemGates> found, CancellationToken cancellationToken)
    {
        var same = found.GroupBy(item => item.Closed).OrderByDescending(group => group.Count()).ToList();
        var common = same[0].Key;
        await items.Where(item => item.ClosedGates != common)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.ClosedGates, common), cancellationToken);
        foreach (var group in same.Skip(1))
        {
            var closed = group.Key;
            foreach (var numbers in group.Select(item => item.Number).Chunk(Chunk))
            {
                await items.Where(item => numbers.Contains(item.Number))
                    .ExecuteUpdateAsync(set => set.SetProperty(item => item.ClosedGates, closed), cancellationToken);
            }
        }
    }
}
