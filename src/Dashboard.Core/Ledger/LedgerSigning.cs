using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Ledger;

/// <summary>Signs heads of the log.</summary>
public static class LedgerSigning
{
    /// <summary>Returns the checkpoint of the current log: a new one, or the existing one if nothing was appended since.</summary>
    /// <returns>Null while the log is empty.</returns>
    public static async Task<LedgerCheckpoint?> SignAsync(
        this DashboardContext context, LedgerKeys keys, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var transaction = await context.BeginTurnAsync(cancellationToken);
        var head = await context.LedgerHead.SingleAsync(cancellationToken);
        if (head.Size == 0)
            return null;
        var known = await context.LedgerCheckpoints.AsNoTracking().SingleOrDefaultAsync(signed => signed.Size == head.Size, cancellationToken);
        if (known is not null)
            return known;

        var checkpoint = new Checkpoint(keys.Origin, head.Size, head.ToRange().Root);
        var row = LedgerCheckpoint.Of(checkpoint, keys.Sign(checkpoint), keys.Signer.Key, head.Position, clock.GetUtcNow());
        head.Lengthen(row.ToLine().Length);
        await LedgerAppend.SaveAsync(context, head, [row], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return row;
    }

    /// <summary>Whether the log has entries that no checkpoint covers yet.</summary>
    public static Task<bool> HasUnsignedAsync(this DashboardContext context, CancellationToken cancellationToken) =>
        context.LedgerHead.AnyAsync(head => head.Size > 0 && !context.LedgerCheckpoints.Any(signed => signed.Size == head.Size), cancellationToken);
}
