using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Features.Ledger.Signing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Ledger.Checkpoints;

/// <summary>The size of the ledger, its newest checkpoint, and its keys.</summary>
internal sealed class GetLedgerState(IDbContextFactory<DashboardContext> contexts, LedgerAccess access, IOptions<LedgerSettings> settings)
{
    public async Task<Result<LedgerState>> HandleAsync(CancellationToken cancellationToken)
    {
        var reader = await access.OpenAsync(cancellationToken);
        if (reader.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = await ListCheckpoints.Page(context, new()).FirstOrDefaultAsync(cancellationToken);
        var (keys, problem) = await KeysAsync(context, cancellationToken);
        return new LedgerState(
            await context.LedgerHead.Select(head => head.Size).SingleAsync(cancellationToken),
            newest is null ? null : new(newest.Size, newest.SignedAt, MerkleHash.From(newest.Root).ToString(), newest.KeyId),
            keys, problem, settings.Value.CheckpointSeconds, reader.Value.SeesAll);
    }

    private static async Task<(IReadOnlyList<string> Keys, string? Problem)> KeysAsync(DashboardContext context, CancellationToken cancellationToken)
    {
        try
        {
            return ([.. (await LedgerBeginning.AnnouncedAsync(context, cancellationToken)).Select(key => key.ToString())], null);
        }
        catch (EntryFormatException changed)
        {
            return ([], $"An entry that announces a key has been altered. {changed.Message}");
        }
    }
}

/// <param name="Size">Number of entries.</param>
/// <param name="Newest">Null before the first checkpoint.</param>
/// <param name="Keys">Announced public keys, oldest first; the last one signs.</param>
/// <param name="KeysProblem">Why no keys can be shown; null if they can.</param>
public sealed record LedgerState(
    long Size, CheckpointRow? Newest, IReadOnlyList<string> Keys, string? KeysProblem, int CheckpointSeconds, bool SeesAll);
