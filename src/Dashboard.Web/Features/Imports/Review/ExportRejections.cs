using System.Runtime.CompilerServices;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Ledger;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Imports.Review;

/// <summary>Every rejected row of an import. The rows are streamed after the ledger has recorded the export.</summary>
internal sealed class ExportRejections(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    private const int BatchSize = 1000;

    public async Task<Result<RejectionsExport>> HandleAsync(long importId, CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ExportRows, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Imports.AsNoTracking().SingleOrDefaultAsync(import => import.Id == importId, cancellationToken) is not { } import)
            return new ImportNotFound();
        var rows = await context.ImportRejections.LongCountAsync(rejection => rejection.ImportId == importId, cancellationToken);
        var exported = new RowsExported(LedgerSubjects.Of(import), $"the rejected rows of import {importId}", "CSV", rows)
        {
            Columns = RejectionsCsv.Header,
            Related = [LedgerSubjects.OfSource(import.SourceId)],
        };
        await context.RecordAsync(member.Value, exported.ToDraft(), clock, cancellationToken);
        return new RejectionsExport($"import-{importId}-rejected.csv", RowsAsync(importId, cancellationToken));
    }

    private async IAsyncEnumerable<RejectionRow> RowsAsync(long importId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long? after = null;
        while (true)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var rows = await ListRejections.Page(context, new(importId, after), BatchSize).ToListAsync(cancellationToken);
            foreach (var row in rows)
                yield return row;
            if (rows.Count < BatchSize)
                yield break;
            after = rows[^1].Id;
        }
    }
}

internal sealed record RejectionsExport(string FileName, IAsyncEnumerable<RejectionRow> Rows);
