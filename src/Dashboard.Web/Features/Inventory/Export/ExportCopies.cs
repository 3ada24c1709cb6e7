using System.Runtime.CompilerServices;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Inventory.List;
using Dashboard.Web.Features.Inventory.Query;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.Export;

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
        var query = await InventoryQuery.ResolveAsync(inventory.Context, request.Filter, inventory.Lookups, cancellationToken);
        var totals = await query.TotalsAsync(inventory.Lookups, cancellationToken);
        long? exact = request.MaxRows is null ? null : await ExactAsync(query, totals, cancellationToken);
        if (exact > request.MaxRows)
            return new TooManyRows(exact.Value, request.MaxRows.Value);

        var columns = CopyColumn.Chosen(request.Columns);
        var entry = CopyExportEntry.Of(request, columns, totals, exact, inventory.Lookups);
        await inventory.Context.RecordAsync(inventory.Member, entry, clock, cancellationToken);

        // From here on each batch takes its own connection: the reader of the file may be slow.
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
        Mark<TKey>? mark = null;
        while (true)
        {
            var found = await query.NextAsync(order, mark, Batch, cancellationToken);
            foreach (var row in await ListCopies.RowsAsync(query.Context, lookups, found.ConvertAll(copy => copy.Id), cancellationToken))
                yield return row;
            if (found.Count < Batch)
                yield break;
            mark = found[^1].Mark;
        }
    }
}
