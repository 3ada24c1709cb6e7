using System.Runtime.CompilerServices;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory;

/// <summary>All the rows of a filter, in the order and with the columns that are shown.</summary>
/// <param name="MaxRows">The most that the file can hold; null when it can hold any number.</param>
/// <param name="Format">Of the file, as the ledger names it.</param>
internal sealed record ExportCopiesRequest(
    CopyFilter Filter, CopySort Sort, IReadOnlyList<string> Columns, long? MaxRows = null, string Format = "CSV");

/// <summary>More rows than the file can hold.</summary>
internal sealed record TooManyRows(long Rows, long Most)
    : Refusal($"This filter has {Rows:N0} copies; an XLSX sheet holds {Most:N0}. Narrow the filter, or export as CSV.");

/// <summary>An export that streams while it is read, and is to be disposed of.</summary>
internal sealed record CopyExport(CopyColumn[] Columns, IAsyncEnumerable<CopyRow> Rows, OpenInventory Inventory) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Inventory.DisposeAsync();
}

/// <summary>Opens an export, once the ledger has recorded it.</summary>
internal sealed class ExportCopies(InventoryAccess access, TimeProvider clock)
{
    /// <summary>Rows in memory at a time.</summary>
    private const int Batch = 1000;

    public async Task<Result<CopyExport>> HandleAsync(ExportCopiesRequest request, CancellationToken cancellationToken)
    {
        var opened = await access.OpenAsync(cancellationToken, Permission.ExportRows);
        if (opened.Refusal is { } refusal)
            return refusal;
        var inventory = opened.Value;
        try
        {
            var export = await ExportAsync(inventory, request, cancellationToken);
            if (!export.IsDone)
                await inventory.DisposeAsync();
            return export;
        }
        catch
        {
            await inventory.DisposeAsync();
            throw;
        }
    }

    private async Task<Result<CopyExport>> ExportAsync(OpenInventory inventory, ExportCopiesRequest request, CancellationToken cancellationToken)
    {
        var search = await CopySearch.ResolveAsync(inventory.Context, request.Filter, inventory.Frame, forOnePage: false, cancellationToken);
        var totals = await CopyTotals.CountAsync(search, inventory.Frame, cancellationToken);
        long? exact = request.MaxRows is null ? null : await ExactAsync(search, totals, cancellationToken);
        if (exact > request.MaxRows)
            return new TooManyRows(exact.Value, request.MaxRows.Value);

        var columns = CopyColumn.Chosen(request.Columns);
        var entry = CopyExportEntry.Of(request, columns, totals, exact, inventory.Frame);
        await inventory.Context.RecordAsync(inventory.Member, entry, clock, cancellationToken);

        // From here on each batch takes a connection for itself: whoever fetches the file may be slow.
        await inventory.Context.Database.CloseConnectionAsync();
        return new CopyExport(columns, request.Sort.Key switch
        {
            CopySortKey.Resource => RowsAsync(search, CopyOrders.Resource, request.Sort, inventory.Frame, totals, cancellationToken),
            CopySortKey.FirstSeen => RowsAsync(search, CopyOrders.FirstSeen, request.Sort, inventory.Frame, totals, cancellationToken),
            _ => RowsAsync(search, CopyOrders.Bytes, request.Sort, inventory.Frame, totals, cancellationToken),
        }, inventory);
    }

    private static async Task<long> ExactAsync(CopySearch search, CopyTotals totals, CancellationToken cancellationToken) =>
        totals.IsCapped ? await search.Matches.LongCountAsync(cancellationToken) : totals.Copies;

    private static async IAsyncEnumerable<CopyRow> RowsAsync<TKey>(
        CopySearch search, CopyOrder<TKey> order, CopySort sort, InventoryFrame frame, CopyTotals totals,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pager = new CopyPager<TKey>(search, order, sort.Descending);
        Mark<TKey>? mark = null;
        while (true)
        {
            var points = await pager.NextAsync(mark, Batch, totals, cancellationToken);
            foreach (var row in await ListCopies.RowsAsync(search.Context, frame, points.ConvertAll(point => point.Id), cancellationToken))
                yield return row;
            if (points.Count < Batch)
                yield break;
            mark = points[^1].Mark;
        }
    }
}
