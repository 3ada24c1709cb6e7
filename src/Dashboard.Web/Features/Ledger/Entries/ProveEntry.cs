using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Features.Ledger.Checkpoints;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Ledger.Entries;

/// <param name="CheckpointSize">Size of the checkpoint; null for the newest.</param>
internal sealed record ProveEntryRequest(long Sequence, long? CheckpointSize = null);

/// <summary>Proves that the ledger contains an entry, as a file that can be verified independently.</summary>
internal sealed class ProveEntry(IDbContextFactory<DashboardContext> contexts, LedgerAccess access)
{
    public async Task<Result<EntryProof>> HandleAsync(ProveEntryRequest request, CancellationToken cancellationToken)
    {
        var reader = await access.OpenAsync(cancellationToken);
        if (reader.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if ((await reader.Value.MayReadAsync(context, request.Sequence, cancellationToken)).Refusal is { } hidden)
            return hidden;
        var checkpoint = request.CheckpointSize is { } size
            ? await CoveringCheckpoints.One(context, size).SingleOrDefaultAsync(cancellationToken)
            : await ListCheckpoints.Page(context, new()).FirstOrDefaultAsync(cancellationToken);
        if (checkpoint is null)
            return request.CheckpointSize is { } missing ? new CheckpointNotFound(missing) : new NothingSignedYet();
        if (checkpoint.Size <= request.Sequence)
            return new NotCoveredYet(request.Sequence);
        try
        {
            var path = await context.ProveAsync(ProofPlan.Inclusion(request.Sequence, checkpoint.Size), cancellationToken);
            var content = await context.LedgerEntries.Where(entry => entry.Sequence == request.Sequence).Select(entry => entry.Content).SingleAsync(cancellationToken);
            return new EntryProof(checkpoint.Size, new InclusionProofFile(request.Sequence, path, checkpoint.Note, content).ToText());
        }
        catch (ArgumentException)
        {
            return new StoredHashMissing();
        }
    }
}

/// <param name="Text">Text of the file (https://c2sp.org/tlog-proof).</param>
internal sealed record EntryProof(long CheckpointSize, string Text);
