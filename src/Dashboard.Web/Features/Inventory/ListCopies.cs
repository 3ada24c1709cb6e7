using Dashboard.Core;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory;

/// <summary>A page of the copies that a filter wants. At most one of the marks is given.</summary>
internal sealed record ListCopiesRequest(CopyFilter Filter, CopySort Sort, string? After = null, string? Before = null);

/// <summary>The page, and what the whole filter amounts to.</summary>
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
        var frame = inventory.Frame;
        var search = await CopySearch.ResolveAsync(inventory.Context, request.Filter, frame, forOnePage: true, cancellationToken);
        var totals = await CopyTotals.CountAsync(search, frame, cancellationToken);
        return request.Sort.Key switch
        {
            CopySortKey.Resource => await PageAsync(search, CopyOrders.Resource, request, frame, totals, cancellationToken),
            CopySortKey.FirstSeen => await PageAsync(search, CopyOrders.FirstSeen, request, frame, totals, cancellationToken),
            _ => await PageAsync(search, CopyOrders.Bytes, request, frame, totals, cancellationToken),
        };
    }

    private static async Task<CopyList> PageAsync<TKey>(
        CopySearch search, CopyOrder<TKey> order, ListCopiesRequest request, InventoryFrame frame, CopyTotals totals, CancellationToken cancellationToken)
    {
        var before = order.Read(request.Before);
        var after = before is null ? order.Read(request.After) : null;
        var isBackward = before is not null;
        var pager = new CopyPager<TKey>(search, order, request.Sort.Descending != isBackward);

        // One more than is shown tells whether there is a further page.
        var points = await pager.NextAsync(before ?? after, PageSize + 1, totals, cancellationToken);
        var hasMore = points.Count > PageSize;
        if (hasMore)
            points.RemoveAt(PageSize);
        if (isBackward)
            points.Reverse();

        var rows = await RowsAsync(search.Context, frame, points.ConvertAll(point => point.Id), cancellationToken);
        var hasPrevious = isBackward ? hasMore : after is not null;
        var hasNext = isBackward || hasMore;
        return new(
            rows,
            hasPrevious && points is [var first, ..] ? order.Write(first.Mark) : null,
            hasNext && points is [.., var last] ? order.Write(last.Mark) : null,
            totals);
    }

    /// <summary>The rows of these ids, in this order.</summary>
    internal static async Task<CopyRow[]> RowsAsync(
        DashboardContext context, InventoryFrame frame, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];
        var records = await CopyRecord.Query(context, [.. ids]).ToDictionaryAsync(record => record.Copy.Id, cancellationToken);
        // One that was taken out in between is left out.
        return [.. ids.Where(records.ContainsKey).Select(id => CopyRow.From(records[id], frame))];
    }
}
