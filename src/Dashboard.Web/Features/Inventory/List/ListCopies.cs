using Dashboard.Core;
using Dashboard.Web.Features.Inventory.Query;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.List;

/// <summary>Requests a page of the copies that match a filter. At most one of the cursors is used.</summary>
internal sealed record ListCopiesRequest(CopyFilter Filter, CopySort Sort, string? After = null, string? Before = null);

/// <summary>The page, and the totals of all copies that match the filter.</summary>
public sealed record CopyList(IReadOnlyList<CopyRow> Rows, string? Previous, string? Next, CopyTotals Totals);

internal sealed class ListCopies(InventoryAccess access)
{
    public const int PageSize = 50;

    public async Task<Result<CopyList>> HandleAsync(ListCopiesRequest request, CancellationToken cancellationToken)
    {
        var opened = await access.OpenAsync(cancellationToken);
        if (opened.Refusal is { } refusal)
            return refusal;
        await using var inventory = opened.Value;
        var query = await InventoryQuery.ResolveAsync(inventory.Context, request.Filter, inventory.Lookups, cancellationToken);
        var totals = await query.TotalsAsync(inventory.Lookups, cancellationToken);
        return request.Sort.Key switch
        {
            CopySortKey.Resource => await PageAsync(query, CopyOrders.Resource, request, inventory.Lookups, totals, cancellationToken),
            CopySortKey.FirstSeen => await PageAsync(query, CopyOrders.FirstSeen, request, inventory.Lookups, totals, cancellationToken),
            _ => await PageAsync(query, CopyOrders.Bytes, request, inventory.Lookups, totals, cancellationToken),
        };
    }

    private static async Task<CopyList> PageAsync<TKey>(
        InventoryQuery query, CopyOrder<TKey> order, ListCopiesRequest request, InventoryLookups lookups, CopyTotals totals, CancellationToken cancellationToken)
    {
        var before = order.Read(request.Before);
        var after = before is null ? order.Read(request.After) : null;
        var isBackward = before is not null;

        // Reads one more row than the page shows, to know whether there is another page.
        var found = await query.NextAsync(order with { Descending = request.Sort.Descending != isBackward }, before ?? after, PageSize + 1, cancellationToken);
        var hasMore = found.Count > PageSize;
        if (hasMore)
            found.RemoveAt(PageSize);
        if (isBackward)
            found.Reverse();

        var rows = await RowsAsync(query.Context, lookups, found.ConvertAll(copy => copy.Id), cancellationToken);
        var hasPrevious = isBackward ? hasMore : after is not null;
        var hasNext = isBackward || hasMore;
        return new(
            rows,
            hasPrevious && found is [var first, ..] ? order.Write(first.Cursor) : null,
            hasNext && found is [.., var last] ? order.Write(last.Cursor) : null,
            totals);
    }

    /// <summary>The rows with these IDs, in the same order.</summary>
    internal static async Task<CopyRow[]> RowsAsync(
        DashboardContext context, InventoryLookups lookups, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];
        var records = await CopyRecord.Query(context, [.. ids]).ToDictionaryAsync(record => record.Copy.Id, cancellationToken);
        // Skips copies that were removed in the meantime.
        return [.. ids.Where(records.ContainsKey).Select(id => CopyRow.From(records[id], lookups))];
    }
}
