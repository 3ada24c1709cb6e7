using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Ledger.Signing;

/// <summary>Signs the ledger in its current state and keeps a copy of the newest checkpoint outside the database.</summary>
internal sealed class LedgerSigner(
    IDbContextFactory<DashboardContext> contexts, LedgerKeys keys, KeptCheckpoint kept, ChangeNotices notices, TimeProvider clock)
{
    /// <returns>The checkpoint of everything in the ledger now; null if it is empty.</returns>
    public async Task<LedgerCheckpoint?> SignAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var checkpoint = await context.SignAsync(keys, clock, cancellationToken);
        if (checkpoint is null)
            return null;
        if (await kept.KeepAsync(checkpoint, cancellationToken))
            notices.Raise(ChangeTopic.Ledger);
        return checkpoint;
    }

    /// <summary>As <see cref="SignAsync"/>, but only if some entries are not covered yet.</summary>
    public async Task SignNewAsync(CancellationToken cancellationToken)
    {
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (!await context.HasUnsignedAsync(cancellationToken))
                return;
        }

        await SignAsync(cancellationToken);
    }
}
