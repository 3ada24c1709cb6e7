using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Items;

/// <summary>A draft has no manifest to approve, because its items can still change.</summary>
internal sealed record NoManifestYet() : Refusal("This batch is a draft and has no manifest yet. It gets one when it is submitted.");

/// <summary>The file that reviewers approve by its hash, line by line. The caller disposes of it.</summary>
internal sealed record OpenedManifest(DashboardContext Context, IAsyncEnumerable<byte[]> Lines, string FileName) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Context.DisposeAsync();
}

/// <summary>Opens a batch's manifest after recording in the ledger that its rows leave the dashboard.</summary>
internal sealed class OpenManifest(IDbContextFactory<DashboardContext> contexts, DeletionAccess access, TimeProvider clock)
{
    public async Task<Result<OpenedManifest>> HandleAsync(long batchId, CancellationToken cancellationToken)
    {
        var reader = await access.OpenAsync(cancellationToken);
        if (reader.Refusal is { } refusal)
            return refusal;
        DeletionBatch? batch;
        await using (var first = await contexts.CreateDbContextAsync(cancellationToken))
        {
            batch = await first.DeletionBatches.AsNoTracking().SingleOrDefaultAsync(batch => batch.Id == batchId, cancellationToken);
            if (batch is null)
                return new NotFound("The batch");
            if (batch.ManifestHash is null)
                return new NoManifestYet();
            var exported = new RowsExported(LedgerSubjects.Of(batch), $"the manifest of the deletion batch “{batch.Name}”", "NDJSON", batch.Tally.Copies);
            await first.RecordAsync(reader.Value.Member, exported.ToDraft(), clock, cancellationToken);
        }

        var context = await contexts.CreateDbContextAsync(cancellationToken);
        return new OpenedManifest(context, BatchManifest.LinesAsync(context, batch, batch.Quorum, cancellationToken), Certificates.CertificateFiles.Manifest($"{batchId}"));
    }
}
