using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Ledger.Checkpoints;

/// <param name="Older">Size of the earlier checkpoint, which someone kept.</param>
/// <param name="Newer">Size of the later one; null for the newest.</param>
internal sealed record ProveGrowthRequest(long Older, long? Newer);

/// <summary>Proves that the log only grew from one checkpoint to another.</summary>
internal sealed class ProveGrowth(IDbContextFactory<DashboardContext> contexts, LedgerAccess access)
{
    public async Task<Result<GrowthProof>> HandleAsync(ProveGrowthRequest request, CancellationToken cancellationToken)
    {
        if ((await access.OpenAsync(cancellationToken)).Refusal is { } refusal)
            return refusal;
        if (request.Newer <= request.Older)
            return new CheckpointsInWrongOrder(request.Older, request.Newer.Value);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await CoveringCheckpoints.One(context, request.Older).AnyAsync(cancellationToken))
            return new CheckpointNotFound(request.Older);
        var newer = request.Newer is { } size
            ? await CoveringCheckpoints.One(context, size).SingleOrDefaultAsync(cancellationToken)
            : await ListCheckpoints.Page(context, new()).FirstOrDefaultAsync(cancellationToken);
        if (newer is null)
            return request.Newer is { } missing ? new CheckpointNotFound(missing) : new NothingSignedYet();
        if (request.Older >= newer.Size)
            return new CheckpointsInWrongOrder(request.Older, newer.Size);
        try
        {
            var path = await context.ProveAsync(ProofPlan.Consistency(request.Older, newer.Size), cancellationToken);
            return new GrowthProof(request.Older, newer.Size, new ConsistencyProofFile(request.Older, path, newer.Note).ToText());
        }
        catch (ArgumentException)
        {
            return new StoredHashMissing();
        }
    }
}

/// <param name="Text">In the format that is sent to witnesses (https://c2sp.org/tlog-witness, add-checkpoint).</param>
internal sealed record GrowthProof(long Older, long Newer, string Text);
