using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Features.Ledger.Checkpoints;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Ledger.Journal;

/// <param name="Size">Size of the checkpoint at the end of the export.</param>
/// <param name="Range">Null for everything.</param>
internal sealed record OpenJournalRequest(long Size, EntryRange? Range = null);

/// <summary>Entries from <paramref name="From"/> up to but not including <paramref name="To"/>.</summary>
internal sealed record EntryRange(long From, long To);

/// <summary>
/// Opens an export of the whole ledger or of a range. The bytes at a URL never change, so an interrupted download can be resumed. The
/// export itself was recorded when its URL was created; see <see cref="ExportLedger"/>.
/// </summary>
internal sealed class OpenJournal(IDbContextFactory<DashboardContext> contexts, LedgerAccess access)
{
    public async Task<Result<OpenedJournal>> HandleAsync(OpenJournalRequest request, CancellationToken cancellationToken)
    {
        if ((await access.RequireAllAsync(cancellationToken)).Refusal is { } refusal)
            return refusal;
        if (request.Range is { } asked && (asked.From < 0 || asked.To <= asked.From || asked.To > request.Size))
            return new RangeOutsideLedger(request.Size);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await CoveringCheckpoints.One(context, request.Size).SingleOrDefaultAsync(cancellationToken) is not { } checkpoint)
            return new CheckpointNotFound(request.Size);
        var root = MerkleHash.From(checkpoint.Root);
        if (request.Range is not { } range)
        {
            var whole = new JournalSpan([], 0, checkpoint.Position + checkpoint.ToLine().Length, []);
            return new OpenedJournal(new JournalStream(contexts, whole), $"ledger-{request.Size}.ndjson", $"{root}");
        }

        try
        {
            var span = await SpanAsync(context, range, checkpoint, cancellationToken);
            return new OpenedJournal(
                new JournalStream(contexts, span), $"ledger-{request.Size}-entries-{range.From}-{range.To - 1}.ndjson", $"{root}-{range.From}-{range.To}");
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or EntryFormatException)
        {
            return new StoredHashMissing();
        }
    }

    private static async Task<JournalSpan> SpanAsync(
        DashboardContext context, EntryRange range, LedgerCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        var before = CompactRange.From(range.From, [.. await HashesAsync(context, ProofPlan.Subtrees(0, range.From), cancellationToken)]);
        var keys = await LedgerBeginning.AnnouncedAsync(context, checkpoint.Size, cancellationToken);
        var after = await HashesAsync(context, ProofPlan.Subtrees(range.To, checkpoint.Size), cancellationToken);
        return new(
            [.. JournalLines.Before(before), .. keys.SelectMany(JournalLines.Key)],
            await Start(context, range.From).SingleAsync(cancellationToken),
            await EndAsync(context, range.To, cancellationToken),
            [.. JournalLines.After(range.To, after), .. checkpoint.ToLine()]);
    }

    /// <summary>Where the line before entry <paramref name="to"/> ends; a checkpoint may be between the two.</summary>
    private static async Task<long> EndAsync(DashboardContext context, long to, CancellationToken cancellationToken) =>
        await CoveringCheckpoints.One(context, to).Select(checkpoint => (long?)checkpoint.Position).SingleOrDefaultAsync(cancellationToken)
        ?? await Start(context, to).SingleAsync(cancellationToken);

    internal static IQueryable<long> Start(DashboardContext context, long sequence) =>
        context.LedgerEntries.Where(entry => entry.Sequence == sequence).Select(entry => entry.Position);

    /// <exception cref="ArgumentException">A hash is missing.</exception>
    private static async Task<IReadOnlyList<MerkleHash>> HashesAsync(
        DashboardContext context, IReadOnlyList<NodeId> nodes, CancellationToken cancellationToken)
    {
        var hashes = await context.HashesAsync(nodes, cancellationToken);
        return [.. nodes.Select(node => hashes.TryGetValue(node, out var hash) ? hash : throw new ArgumentException("A stored hash is missing.", nameof(nodes)))];
    }
}

/// <param name="Content">The caller disposes of it.</param>
/// <param name="Tag">Identifies exactly these bytes.</param>
internal sealed record OpenedJournal(Stream Content, string FileName, string Tag);
