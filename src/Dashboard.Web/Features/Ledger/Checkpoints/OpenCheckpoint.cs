using Dashboard.Core;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Ledger.Checkpoints;

/// <summary>A checkpoint as it was signed: a note that others can verify and keep.</summary>
internal sealed class OpenCheckpoint(IDbContextFactory<DashboardContext> contexts, LedgerAccess access)
{
    /// <param name="size">Number of entries that it covers.</param>
    public async Task<Result<string>> HandleAsync(long size, CancellationToken cancellationToken)
    {
        if ((await access.OpenAsync(cancellationToken)).Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await CoveringCheckpoints.One(context, size).Select(checkpoint => checkpoint.Note).SingleOrDefaultAsync(cancellationToken) is { } note
            ? note
            : new CheckpointNotFound(size);
    }
}
