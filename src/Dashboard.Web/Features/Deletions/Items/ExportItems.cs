using System.Runtime.CompilerServices;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Items;

/// <summary>An export that streams while it is read. The caller disposes of it.</summary>
internal sealed record ItemExport(DashboardContext Context, IAsyncEnumerable<ItemRow> Rows) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Context.DisposeAsync();
}

/// <summary>Exports all items that match a filter, in the order of the manifest, after recording the export in the ledger.</summary>
internal sealed class ExportItems(IDbContextFactory<DashboardContext> contexts, DeletionAccess access, TimeProvider clock)
{
    private const int PageSize = 1000;

    /// <param name="format">The file format, as recorded in the ledger.</param>
    /// <param name="query">The filter as written in the URL.</param>
    public async Task<Result<ItemExport>> HandleAsync(long batchId, ItemFilter filter, string format, string query, CancellationToken cancellationToken)
    {
        var reader = await access.OpenAsync(cancellationToken);
        if (reader.IsDone)
            reader = await access.OpenAsync(cancellationToken, Permission.ExportRows);
        if (reader.Refusal is { } refusal)
            return refusal;
        DeletionBatch? batch;
        await using (var first = await contexts.CreateDbContextAsync(cancellationToken))
        {
            batch = await first.DeletionBatches.AsNoTracking().SingleOrDefaultAsync(batch => batch.Id == batchId, cancellationToken);
            if (batch is null)
                return new NotFound("The batch");
            var rows = await filter.Among(first, first.ItemsOf(batch)).LongCountAsync(cancellationToken);
            var exported = new RowsExported(LedgerSubjects.Of(batch), $"items of the deletion batch “{batch.Name}”", format, rows) { Filter = query };
            await first.RecordAsync(reader.Value.Member, exported.ToDraft(), clock, cancellationToken);
        }

        var context = await contexts.CreateDbContextAsync(cancellationToken);
        return new ItemExport(context, RowsAsync(context, batch, filter, cancellationToken));
    }

    private static async IAsyncEnumerable<ItemRow> RowsAsync(
        DashboardContext context, DeletionBatch batch, ItemFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long? after = null;
        while (true)
        {
            var found = filter.Among(context, context.ItemsOf(batch));
            var rows = await ListItems.Page(context, found, new(batch.Id, filter, after), PageSize).ToListAsync(cancellationToken);
            foreach (var row in rows)
                yield return row;
            if (rows.Count < PageSize)
                yield break;
            after = rows[^1].Number;
        }
    }
}
