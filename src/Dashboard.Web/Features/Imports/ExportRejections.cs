using System.Runtime.CompilerServices;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Imports;

/// <summary>Every rejected row of an import, streamed.</summary>
internal sealed class ExportRejections(IDbContextFactory<DashboardContext> contexts, MemberAccess access)
{
    private const int BatchSize = 1000;

    public async Task<Result<RejectionsExport>> HandleAsync(long importId, CancellationToken cancellationToken)
    {
        if ((await access.RequireAsync(Permission.ExportRows, cancellationToken)).Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.Imports.AnyAsync(import => import.Id == importId, cancellationToken))
            return new ImportNotFound();
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
