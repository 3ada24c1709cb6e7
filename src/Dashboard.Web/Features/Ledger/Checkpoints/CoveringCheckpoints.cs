using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Ledger.Checkpoints;

/// <summary>The checkpoints against which an entry can be proved: the newest, the first that covers it, and a requested one.</summary>
internal static class CoveringCheckpoints
{
    private const int Newest = 20;

    public static async Task<IReadOnlyList<CheckpointChoice>> ListAsync(
        DashboardContext context, long sequence, long? asked, CancellationToken cancellationToken)
    {
        var checkpoints = await Newer(context, sequence).ToListAsync(cancellationToken);
        if (checkpoints.Count == Newest)
            checkpoints.AddRange(await First(context, sequence).ToListAsync(cancellationToken));
        if (asked is { } size && size > sequence)
            checkpoints.AddRange(await One(context, size).ToListAsync(cancellationToken));
        return
        [
            .. checkpoints.DistinctBy(checkpoint => checkpoint.Size).OrderByDescending(checkpoint => checkpoint.Size)
                .Select(checkpoint => new CheckpointChoice(checkpoint.Size, checkpoint.SignedAt, MerkleHash.From(checkpoint.Root).ToString())),
        ];
    }

    internal static IQueryable<LedgerCheckpoint> Newer(DashboardContext context, long sequence) => context.LedgerCheckpoints.AsNoTracking()
        .Where(checkpoint => checkpoint.Size > sequence).OrderByDescending(checkpoint => checkpoint.Size).Take(Newest);

    internal static IQueryable<LedgerCheckpoint> First(DashboardContext context, long sequence) => context.LedgerCheckpoints.AsNoTracking()
        .Where(checkpoint => checkpoint.Size > sequence).OrderBy(checkpoint => checkpoint.Size).Take(1);

    internal static IQueryable<LedgerCheckpoint> One(DashboardContext context, long size) =>
        context.LedgerCheckpoints.AsNoTracking().Where(checkpoint => checkpoint.Size == size);
}

/// <param name="Root">Hexadecimal.</param>
public sealed record CheckpointChoice(long Size, DateTimeOffset SignedAt, string Root);
