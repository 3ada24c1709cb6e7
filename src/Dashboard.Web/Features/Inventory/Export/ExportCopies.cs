using System.Runtime.CompilerServices;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Inventory.List;
using Dashboard.Web.Features.Inventory.Query;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.Export;

/// <summary>Requests all rows of a filter, with the sort order and columns of the table.</summary>
/// <param name="MaxRows">The most rows that the file can hold; null for no limit.</param>
/// <param name="Format">The file format, as the ledger records it.</param>
internal sealed record ExportCopiesRequest(
    CopyFilter Filter, CopySort Sort, IReadOnlyList<string> Columns, long? MaxRows = null, string Format = "CSV");

/// <summary>The filter matches more rows than the file can hold.</summary>
internal sealed record TooManyRows(long Rows, long Most)
    : Refusal($"This filter matches {Rows:N0} copies, but an XLSX sheet can hold only {Most:N0}. Narrow the filter or export as CSV.");

/// <summary>An export whose rows are read from the database as the file is written. The caller disposes of it.</summary>
internal sealed record CopyExport(CopyColumn[] Columns, IAsyncEnumerable<CopyRow> Rows, OpenInventory Inventory) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Inventory.DisposeAsync();
}

/// <summary>Records an export in the ledger, then opens it.</summary>
internal sealed class ExportCopies(InventoryAccess access, TimeProvider clock)
{
    /// <summary>Number of rows in memory at a time.</summary>
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
        var query = await InventoryQuery.ResolveAsync(inventory.Context, request.Filter, inventory.Lookups, cancellationToken);
        var totals = await query.TotalsAsync(inventory.Lookups, cancellationToken);
        long? exact = request.MaxRows is null ? null : await ExactAsync(query, totals, cancellationToken);
        if (exact > request.MaxRows)
            return new TooManyRows(exact.Value, request.MaxRows.Value);

        var columns = CopyColumn.Chosen(request.Columns);
        var entry = CopyExportEntry.Of(request, columns, totals, exact, inventory.Lookups);
        await inventory.Context.RecordAsync(inventory.Member, entry, clock, cancellationToken);

        // Each batch opens its own connection, because the download may be slow.
        await inventory.Context.Database.CloseConnectionAsync();
        return new CopyExport(columns, request.Sort.Key switch
        {
            CopySortKey.Resource => RowsAsync(query, CopyOrders.Resource with { Descending = request.Sort.Descending }, inventory.Lookups, cancellationToken),
            CopySortKey.FirstSeen => RowsAsync(query, CopyOrders.FirstSeen with { Descending = request.Sort.Descending }, inventory.Lookups, cancellationToken),
            _ => RowsAsync(query, CopyOrders.Bytes with { Descending = request.Sort.Descending }, inventory.Lookups, cancellationToken),
        }, inventory);
    }

    private static async Task<long> ExactAsync(InventoryQuery query, CopyTotals totals, CancellationToken cancellationToken) =>
        totals.IsCapped ? await query.Ids.LongCountAsync(cancellationToken) : totals.Copies;

    private static async IAsyncEnumerable<CopyRow> RowsAsync<TKey>(
        InventoryQuery query, CopyOrder<TKey> order, InventoryLookups lookups, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Cursor<TKey>? cursor = null;
        while (true)
        {
            var found = await query.NextAsync(order, cursor, Batch, cancellationToken);
            foreach (var row in await ListCopies.RowsAsync(query.Context, lookups, found.ConvertAll(copy => copy.Id), cancellationToken))
                yield return row;
            if (found.Count < Batch)
                yield break;
            cursor = found[^1].Cursor;
        }
    }
}
