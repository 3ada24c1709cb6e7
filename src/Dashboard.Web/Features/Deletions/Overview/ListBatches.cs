using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Deletions;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Overview;

/// <param name="Phase">Null for all of them.</param>
/// <param name="After">The last batch of the previous page, as <see cref="BatchMark"/>.</param>
/// <param name="Before">The first batch of the next page, when paging back.</param>
internal sealed record ListBatchesRequest(BatchPhase? Phase = null, BatchMark? After = null, BatchMark? Before = null, BatchHolding? Holding = null);

/// <summary>A position in the list of batches: the time of the latest state change, and the id for changes at the same time.</summary>
public sealed record BatchMark(DateTimeOffset At, long Id)
{
    public static BatchMark? Parse(string? text) =>
        text?.Split('.') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(new DateTimeOffset(at, TimeSpan.Zero), number) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}.{Id}");
}

/// <summary>A page of batches, most recently changed first, each with what it is waiting for.</summary>
internal sealed class ListBatches(IDbContextFactory<DashboardContext> contexts, DeletionAccess access, TimeProvider clock)
{
    public const int PageSize = 50;

    public async Task<Result<BatchesAnswer>> HandleAsync(ListBatchesRequest request, CancellationToken cancellationToken)
    {
        var reader = await access.OpenAsync(cancellationToken);
        if (reader.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var found = context.DeletionBatches.AsNoTracking();
        if (request.Phase is { } phase)
            found = found.Where(BatchPhases.Matching(phase));
        if (request.Holding is { } holding)
            found = found.Where(BatchHoldings.Matching(holding));
        var batches = await Page(found, request).Include(batch => batch.Approvals).ToListAsync(cancellationToken);
        var isMore = batches.Count > PageSize;
        if (isMore)
            batches.RemoveAt(PageSize);
        var isBack = request.Before is not null;
        if (isBack)
            batches.Reverse();
        var situations = await BatchSituations.OfAsync(context, batches, cancellationToken);
        var places = await PlacesAsync(context, batches, cancellationToken);
        return new BatchesAnswer(
            [.. batches.Select(batch => BatchRow.Of(batch, places, Bottleneck.Of(situations[batch.Id], now)))],
            await found.CountAsync(cancellationToken),
            HasNewer: batches.Count > 0 && (isBack ? isMore : request.After is not null),
            HasOlder: batches.Count > 0 && (isBack || isMore));
    }

    internal static IQueryable<DeletionBatch> Page(IQueryable<DeletionBatch> batches, ListBatchesRequest request)
    {
        var page = request switch
        {
            { Before: { } before } => batches
                .Where(batch => batch.StateSince > before.At || (batch.StateSince == before.At && batch.Id > before.Id))
                .OrderBy(batch => batch.StateSince).ThenBy(batch => batch.Id),
            { After: { } after } => batches
                .Where(batch => batch.StateSince < after.At || (batch.StateSince == after.At && batch.Id < after.Id))
                .OrderByDescending(batch => batch.StateSince).ThenByDescending(batch => batch.Id),
            _ => batches.OrderByDescending(batch => batch.StateSince).ThenByDescending(batch => batch.Id),
        };
        return page.Take(PageSize + 1);
    }

    private static Task<Dictionary<long, string>> PlacesAsync(DashboardContext context, List<DeletionBatch> batches, CancellationToken cancellationToken)
    {
        var ids = batches.SelectMany(batch => batch.Scope.Places).Select(place => place.LocationId).Distinct().ToArray();
        return context.Locations.Where(location => ids.Contains(location.Id)).ToDictionaryAsync(location => location.Id, location => location.Name, cancellationToken);
    }
}

public sealed record BatchesAnswer(IReadOnlyList<BatchRow> Rows, long Count, bool HasNewer, bool HasOlder);

/// <param name="Places">Names of the locations, most bytes first.</param>
public sealed record BatchRow(
    long Id, string Name, BatchState State, BatchPhase Phase, DateTimeOffset StateSince, DateTimeOffset? CoolingOffUntil, string Proposer, long Copies,
    long Bytes, long Verified, IReadOnlyList<string> Places, long LastBackups, Bottleneck Bottleneck)
{
    public BatchMark Mark => new(StateSince, Id);

    internal static BatchRow Of(DeletionBatch batch, IReadOnlyDictionary<long, string> names, Bottleneck bottleneck) => new(
        batch.Id, batch.Name, batch.State, BatchPhases.Of(batch.State, batch.ReleasedAt), batch.StateSince, batch.CoolingOffUntil, batch.Proposer,
        batch.Tally.Copies, batch.Tally.Bytes, batch.Tally.Verified,
        [.. batch.Scope.Places.GroupBy(place => place.LocationId).OrderByDescending(same => same.Sum(place => place.Bytes)).Select(same => names[same.Key])],
        batch.Scope.LastBackups, bottleneck);
}
