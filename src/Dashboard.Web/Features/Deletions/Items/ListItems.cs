using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Items;

/// <param name="After">Number of the last item of the previous page; null for the first page.</param>
/// <param name="Before">Number of the first item of the next page, when paging back.</param>
internal sealed record ListItemsRequest(long BatchId, ItemFilter Filter, long? After = null, long? Before = null);

/// <summary>A page of a batch's items in the order of the manifest.</summary>
internal sealed class ListItems(IDbContextFactory<DashboardContext> contexts, DeletionAccess access)
{
    public const int PageSize = 50;

    /// <summary>Counts of a filter stop here and show as “1,000+”.</summary>
    public const int CountLimit = 1000;

    public async Task<Result<ItemsAnswer>> HandleAsync(ListItemsRequest request, CancellationToken cancellationToken)
    {
        var reader = await access.OpenAsync(cancellationToken);
        if (reader.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var batch = await context.DeletionBatches.AsNoTracking().SingleOrDefaultAsync(batch => batch.Id == request.BatchId, cancellationToken);
        if (batch is null)
            return new NotFound("The batch");
        var found = request.Filter.Among(context, context.ItemsOf(batch));
        var rows = await Page(context, found, request, PageSize + 1).ToListAsync(cancellationToken);
        var isMore = rows.Count > PageSize;
        if (isMore)
            rows.RemoveAt(PageSize);
        var isBack = request.Before is not null;
        if (isBack)
            rows.Reverse();
        var all = batch.Tally.Copies + batch.Tally.Excluded + batch.Tally.Moved;
        return new ItemsAnswer(
            batch.Id, batch.Name, batch.State, rows,
            request.Filter == ItemFilter.None ? all : await found.OrderBy(item => item.Number).Take(CountLimit).Select(item => item.Number).CountAsync(cancellationToken),
            IsCapped: request.Filter != ItemFilter.None,
            HasPrevious: rows.Count > 0 && (isBack ? isMore : request.After is not null),
            HasNext: rows.Count > 0 && (isBack || isMore),
            await PlacesAsync(context, batch, cancellationToken),
            MayExclude: reader.Value.May(Permission.ReviewDeletions) && batch.MayReview(reader.Value.Member).IsDone,
            MayExport: reader.Value.May(Permission.ExportRows),
            MayOpenDatasets: reader.Value.May(Permission.ViewDatasets));
    }

    internal static IQueryable<ItemRow> Page(DashboardContext context, IQueryable<DeletionItem> items, ListItemsRequest request, int size)
    {
        var page = request switch
        {
            { Before: { } before } => items.Where(item => item.Number < before).OrderByDescending(item => item.Number),
            { After: { } after } => items.Where(item => item.Number > after).OrderBy(item => item.Number),
            _ => items.OrderBy(item => item.Number),
        };
        return Rows(context, page.Take(size), descending: request.Before is not null);
    }

    internal static IQueryable<ItemRow> Rows(DashboardContext context, IQueryable<DeletionItem> items, bool descending = false)
    {
        var rows =
            from item in items
            join dataset in context.Datasets on item.DatasetId equals dataset.Id
            join location in context.Locations on item.LocationId equals location.Id
            join source in context.Sources on item.SourceId equals source.Id
            select new { item, Dataset = dataset.Name, dataset.Urn, Location = location.Name, Source = source.Name };
        return (descending ? rows.OrderByDescending(row => row.item.Number) : rows.OrderBy(row => row.item.Number)).Select(row => new ItemRow(
            row.item.Number, row.item.CopyId, row.item.ResourceId, row.item.DatasetId, row.Dataset, row.Urn, row.item.LocationId, row.Location, row.item.Role,
            row.item.Bytes, row.item.Records, row.Source, row.item.State, row.item.ClosedGates, row.item.RetainUntil, row.item.PerformedAt, row.item.VerifiedAt,
            row.item.VerifiedByImportId, row.item.ExcludedBy, row.item.ExclusionReason, row.item.ProofGaps, row.item.CheckedByImportId));
    }

    private static async Task<IReadOnlyList<ItemPlace>> PlacesAsync(DashboardContext context, DeletionBatch batch, CancellationToken cancellationToken)
    {
        var ids = batch.Scope.Places.Select(place => place.LocationId).Distinct().ToArray();
        return await context.Locations.Where(location => ids.Contains(location.Id)).OrderBy(location => location.Name)
            .Select(location => new ItemPlace(location.Id, location.Name)).ToListAsync(cancellationToken);
    }
}

/// <param name="Count">At most <see cref="ListItems.CountLimit"/> where <paramref name="IsCapped"/>.</param>
public sealed record ItemsAnswer(
    long BatchId, string BatchName, BatchState State, IReadOnlyList<ItemRow> Rows, long Count, bool IsCapped, bool HasPrevious, bool HasNext,
    IReadOnlyList<ItemPlace> Places, bool MayExclude, bool MayExport, bool MayOpenDatasets);

public sealed record ItemPlace(long Id, string Name);

/// <summary>An item as it was added to the batch, with its current state.</summary>
/// <param name="Closed">Gates found closed at the latest evaluation.</param>
public sealed record ItemRow(
    long Number, long CopyId, string ResourceId, long DatasetId, string Dataset, string Urn, long LocationId, string Location, CopyRole Role, long Bytes,
    long? Records, string Source, ItemState State, Gates Closed, DateOnly? RetainUntil, DateTimeOffset? PerformedAt, DateTimeOffset? VerifiedAt,
    long? VerifiedByImportId, string? ExcludedBy, string? ExclusionReason, ProofGaps ProofGaps, long? CheckedByImportId)
{
    /// <summary>Why the latest import does not prove its deletion, as phrases; empty if it is not reported, or no import has lacked it since.</summary>
    public IReadOnlyList<string> NotProved => State is ItemState.Reported ? ProofConditions.Explain(ProofGaps) : [];

    /// <summary>Whether gates apply to it. They do not apply to items that are excluded or already reported.</summary>
    public bool IsToDelete => ItemStates.ToDelete.Contains(State);
}
