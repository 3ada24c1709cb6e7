using Dashboard.Core;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Ledger.Entries;

/// <summary>An entry's bytes, exactly as they are hashed.</summary>
internal sealed class OpenEntry(IDbContextFactory<DashboardContext> contexts, LedgerAccess access)
{
    public async Task<Result<byte[]>> HandleAsync(long sequence, CancellationToken cancellationToken)
    {
        var reader = await access.OpenAsync(cancellationToken);
        if (reader.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if ((await reader.Value.MayReadAsync(context, sequence, cancellationToken)).Refusal is { } hidden)
            return hidden;
        return await context.LedgerEntries.Where(entry => entry.Sequence == sequence).Select(entry => entry.Content).SingleAsync(cancellationToken);
    }
}
