using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Holds;

/// <param name="Copies">Copies it covers, counted up to <see cref="ListHolds.CountLimit"/>.</param>
/// <param name="Batches">Open batches with items it covers.</param>
public sealed record HoldRow(
    long Id, string Matter, HoldScope Scope, long ScopeId, string ScopeName, string Reason, DateOnly ReviewOn, bool IsReviewOverdue, string PlacedBy,
    DateTimeOffset PlacedAt, DateTimeOffset? LiftedAt, string? LiftedBy, string? LiftReason, int Copies, IReadOnlyList<HeldBatch> Batches);

public sealed record HeldBatch(long Id, string Name, BatchState State, long Items);

/// <param name="Targets">What a hold can be placed on, except datasets, which are searched by name.</param>
public sealed record HoldsAnswer(IReadOnlyList<HoldRow> Rows, IReadOnlyList<HoldTarget> Targets, bool MayManage);

public sealed record HoldTarget(HoldScope Scope, long Id, string Name);

/// <summary>All legal holds, active ones first, with the batches they hold back.</summary>
internal sealed class ListHolds(IDbContextFactory<DashboardContext> contexts, DeletionAccess access, TimeProvider clock)
{
    /// <summary>Counts of copies stop here and show as “10,000+”.</summary>
    public const int CountLimit = 10_000;

    private const int Most = 500;

    /// <param name="only">The id of a single hold; null for all.</param>
    public async Task<Result<HoldsAnswer>> HandleAsync(long? only, CancellationToken cancellationToken)
    {
        var reader = await access.OpenAsync(cancellationToken);
        if (reader.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var holds = await context.LegalHolds.AsNoTracking()
            .Where(hold => only == null || hold.Id == only)
            .OrderBy(hold => hold.LiftedAt != null).ThenByDescending(hold => hold.Id).Take(Most).ToListAsync(cancellationToken);
        if (only is not null && holds.Count == 0)
            return new NotFound("The hold");
        var rows = new List<HoldRow>(holds.Count);
        foreach (var hold in holds)
        {
            rows.Add(new(
                hold.Id, hold.Matter, hold.Scope, hold.ScopeId, hold.ScopeName, hold.Reason, hold.ReviewOn, hold.IsActive && hold.ReviewOn <= today, hold.PlacedBy,
                hold.PlacedAt, hold.LiftedAt, hold.LiftedBy, hold.LiftReason,
                await context.CopiesUnder(hold.Scope, hold.ScopeId).OrderBy(copy => copy.Id).Take(CountLimit).Select(copy => copy.Id).CountAsync(cancellationToken),
                hold.IsActive ? await BatchesAsync(context, hold.Scope, hold.ScopeId, cancellationToken) : []));
        }

        var mayManage = reader.Value.May(Permission.ManageHolds);
        return new HoldsAnswer(rows, mayManage && only is null ? await TargetsAsync(context, cancellationToken) : [], mayManage);
    }

    internal static async Task<IReadOnlyList<HeldBatch>> BatchesAsync(
        DashboardContext context, HoldScope scope, long scopeId, CancellationToken cancellationToken)
    {
        var items = await context.ItemsUnder(scope, scopeId).GroupBy(item => item.BatchId)
            .Select(same => new { same.Key, Items = same.LongCount() }).ToDictionaryAsync(same => same.Key, same => same.Items, cancellationToken);
        var ids = items.Keys.ToArray();
        var batches = await context.DeletionBatches.AsNoTracking().Where(batch => ids.Contains(batch.Id)).OrderBy(batch => batch.Id)
            .Select(batch => new { batch.Id, batch.Name, batch.State }).ToListAsync(cancellationToken);
        return batches.ConvertAll(batch => new HeldBatch(batch.Id, batch.Name, batch.State, items[batch.Id]));
    }

    private static async Task<IReadOnlyList<HoldTarget>> TargetsAsync(DashboardContext context, CancellationToken cancellationToken) =>
    [
        .. await context.Systems.OrderBy(system => system.Name).Select(system => new HoldTarget(HoldScope.System, system.Id, system.Name)).ToListAsync(cancellationToken),
        .. await context.Locations.OrderBy(location => location.Name).Select(location => new HoldTarget(HoldScope.Location, location.Id, location.Name)).ToListAsync(cancellationToken),
        .. await context.Classifications.OrderBy(one => one.Name).Select(one => new HoldTarget(HoldScope.Classification, one.Id, one.Name)).ToListAsync(cancellationToken),
        .. await context.Waves.OrderBy(wave => wave.Name).Select(wave => new HoldTarget(HoldScope.Wave, wave.Id, wave.Name)).ToListAsync(cancellationToken),
    ];
}
