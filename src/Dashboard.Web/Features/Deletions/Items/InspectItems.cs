using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Items;

/// <summary>A few items of a batch, with their gates evaluated now and the evidence for each as text.</summary>
internal sealed class InspectItems(IDbContextFactory<DashboardContext> contexts, DeletionAccess access, TimeProvider clock)
{
    public const int Most = 50;

    /// <param name="numbers">At most <see cref="Most"/>; numbers that the batch does not have are left out.</param>
    public async Task<Result<IReadOnlyList<InspectedItem>>> HandleAsync(long batchId, IReadOnlyCollection<long> numbers, CancellationToken cancellationToken)
    {
        var reader = await access.OpenAsync(cancellationToken);
        if (reader.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var batch = await context.DeletionBatches.AsNoTracking().SingleOrDefaultAsync(batch => batch.Id == batchId, cancellationToken);
        if (batch is null)
            return new NotFound("The batch");
        var now = clock.GetUtcNow();
        var wanted = numbers.Distinct().Take(Most).ToArray();
        var items = context.ItemsOf(batch).Where(item => wanted.Contains(item.Number));
        var rows = await ListItems.Rows(context, items).ToListAsync(cancellationToken);
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        var evaluation = await GateEvaluation.PrepareAsync(context, batch, positions, now, cancellationToken);
        var found = await evaluation.EvaluateAsync(items.ToDelete(), cancellationToken);
        var sentences = new GateSentences(
            positions, await EqualsAsync(context, found, cancellationToken), await BatchesAsync(context, found, cancellationToken), batch.InsideReason, now);
        var gates = found.ToDictionary(item => item.Number, sentences.Of);
        var notes = (await context.BatchNotes.Where(note => note.BatchId == batchId && note.ItemNumber != null && wanted.Contains(note.ItemNumber.Value))
            .OrderBy(note => note.Id).Select(note => new ItemNote(note.ItemNumber!.Value, note.Name, note.Text, note.At)).ToListAsync(cancellationToken)).ToLookup(note => note.Number);
        var byNumber = rows.ToDictionary(row => row.Number);
        return wanted.Where(byNumber.ContainsKey)
            .Select(number => new InspectedItem(
                byNumber[number], byNumber[number].LocationId is var at && positions.Locations.ContainsKey(at) ? positions.Of(at) : Position.Unknown,
                gates.GetValueOrDefault(number, []), [.. notes[number]]))
            .ToList();
    }

    /// <summary>The inside copies that items rely on, each as “replica ID in us-ashburn-1, last listed by source as of …”.</summary>
    private static async Task<Dictionary<long, string>> EqualsAsync(DashboardContext context, List<ItemGates> found, CancellationToken cancellationToken)
    {
        var ids = found.Select(item => item.EqualCopyId).OfType<long>().Distinct().ToArray();
        var copies = await Equals(context, ids).ToListAsync(cancellationToken);
        return copies.ToDictionary(
            copy => copy.Id,
            copy => $"{Naming.Of(copy.Role)} {copy.ResourceId} in {copy.Location}, last listed by {copy.Source} as of {Controls.Marks.TimeText.Exact(copy.LastSeen)}");
    }

    internal static IQueryable<EqualCopy> Equals(DashboardContext context, long[] ids) =>
        from copy in context.Copies
        where ids.Contains(copy.Id)
        join location in context.Locations on copy.LocationId equals location.Id
        join source in context.Sources on copy.SourceId equals source.Id
        select new EqualCopy(copy.Id, copy.ResourceId, copy.Role, copy.LastSeen, location.Name, source.Name);

    private static Task<Dictionary<long, string>> BatchesAsync(DashboardContext context, List<ItemGates> found, CancellationToken cancellationToken)
    {
        var ids = found.Select(item => item.OtherBatchId).OfType<long>().Distinct().ToArray();
        return context.DeletionBatches.Where(batch => ids.Contains(batch.Id)).ToDictionaryAsync(batch => batch.Id, batch => batch.Name, cancellationToken);
    }
}

/// <param name="Gates">Empty for an item that is no longer to be deleted.</param>
public sealed record InspectedItem(ItemRow Row, Position Position, IReadOnlyList<GateFinding> Gates, IReadOnlyList<ItemNote> Notes);

public sealed record ItemNote(long Number, string Name, string Text, DateTimeOffset At);

internal sealed record EqualCopy(long Id, string ResourceId, CopyRole Role, DateTimeOffset LastSeen, string Location, string Source);
