using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Ledger.Checkpoints;

/// <param name="OlderThan">Size of the last checkpoint of the previous page; null for the newest.</param>
/// <param name="NewerThan">Size of the first checkpoint of the next page, when paging back.</param>
internal sealed record ListCheckpointsRequest(long? OlderThan = null, long? NewerThan = null);

/// <summary>A page of the signed checkpoints, newest first.</summary>
internal sealed class ListCheckpoints(IDbContextFactory<DashboardContext> contexts, LedgerAccess access)
{
    public const int PageSize = 50;

    public async Task<Result<CheckpointsAnswer>> HandleAsync(ListCheckpointsRequest request, CancellationToken cancellationToken)
    {
        var reader = await access.OpenAsync(cancellationToken);
        if (reader.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await Page(context, request).ToListAsync(cancellationToken);
        var isMore = found.Count > PageSize;
        if (isMore)
            found.RemoveAt(PageSize);
        var isBack = request.NewerThan is not null;
        if (isBack)
            found.Reverse();
        return new CheckpointsAnswer(
            [.. found.Select(checkpoint => new CheckpointRow(checkpoint.Size, checkpoint.SignedAt, MerkleHash.From(checkpoint.Root).ToString(), checkpoint.KeyId))],
            HasNewer: found.Count > 0 && (isBack ? isMore : request.OlderThan is not null),
            HasOlder: found.Count > 0 && (isBack || isMore));
    }

    internal static IQueryable<LedgerCheckpoint> Page(DashboardContext context, ListCheckpointsRequest request)
    {
        var checkpoints = context.LedgerCheckpoints.AsNoTracking();
        var page = request switch
        {
            { NewerThan: { } newer } => checkpoints.Where(checkpoint => checkpoint.Size > newer).OrderBy(checkpoint => checkpoint.Size),
            { OlderThan: { } older } => checkpoints.Where(checkpoint => checkpoint.Size < older).OrderByDescending(checkpoint => checkpoint.Size),
            _ => checkpoints.OrderByDescending(checkpoint => checkpoint.Size),
        };
        return page.Take(PageSize + 1);
    }
}

public sealed record CheckpointsAnswer(IReadOnlyList<CheckpointRow> Rows, bool HasNewer, bool HasOlder);

/// <param name="Root">Hexadecimal.</param>
public sealed record CheckpointRow(long Size, DateTimeOffset SignedAt, string Root, string KeyId);
