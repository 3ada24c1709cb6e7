using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Ledger;

/// <summary>What in the stored log does not agree.</summary>
/// <param name="Sequence">Number of the first bad entry; null when it is not one entry that is wrong.</param>
public sealed record LedgerProblem(string Text, long? Sequence);

/// <summary>
/// Walks along the stored log and compares everything in it with everything else: contents with hashes, each entry with the one before,
/// the columns that pages show with the contents, the stored tree with a tree built anew, checkpoints with roots and keys, the head
/// with the end. Remembers how far it came, so that the next look begins there. It repairs nothing.
/// </summary>
/// <param name="kept">The newest checkpoint that is kept outside the database; null while there is none.</param>
public sealed class LedgerSelfCheck(Checkpoint? kept)
{
    private const int Chunk = 500;

    private readonly CompactRange range = new();
    private readonly List<NoteKey> keys = [];
    private MerkleHash? last;
    private long position;
    private string? origin;

    /// <summary>Number of entries that are known to be good.</summary>
    public long Verified => range.Size;

    /// <summary>Checks what was appended since the last look; the first time, everything.</summary>
    /// <returns>The first thing that is wrong, or null.</returns>
    public async Task<LedgerProblem?> CheckAsync(DashboardContext context, CancellationToken cancellationToken)
    {
        if (await context.LedgerHead.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } head)
            return new("The head of the log is missing: its row was removed.", null);
        if (head.Size < Math.Max(range.Size, kept?.Size ?? 0))
            return new($"The log has {head.Size:N0} entries, but {Math.Max(range.Size, kept?.Size ?? 0):N0} were there before: it was cut or rolled back.", null);
        while (range.Size < head.Size)
        {
            if (await CheckChunkAsync(context, head, cancellationToken) is { } problem)
                return problem;
        }

        return await CheckEndAsync(context, head, cancellationToken);
    }

    private async Task<LedgerProblem?> CheckChunkAsync(DashboardContext context, LedgerHead head, CancellationToken cancellationToken)
    {
        var from = range.Size;
        var to = Math.Min(from + Chunk, head.Size);
        var rows = await StoredChunk.ReadAsync(context, from, to, position, cancellationToken);
        foreach (var checkpoint in rows.Checkpoints(from))
        {
            if (Check(checkpoint) is { } wrong)
                return wrong;
        }

        foreach (var entry in rows.Entries)
        {
            if (Check(entry, rows) is { } wrong)
                return wrong;
            foreach (var checkpoint in rows.Checkpoints(range.Size).Where(checkpoint => checkpoint.Position < head.Position))
            {
                if (Check(checkpoint) is { } bad)
                    return bad;
            }
        }

        return range.Size == to ? null : new($"Entry {range.Size} is missing.", range.Size);
    }

    private LedgerProblem? Check(LedgerEntry entry, StoredChunk rows)
    {
        var expected = range.Size;
        if (entry.Sequence != expected)
            return new($"Entry {expected} is missing: entry {entry.Sequence} follows entry {expected - 1}.", expected);
        var hash = MerkleHash.Leaf(entry.Content);
        if (!hash.ToArray().AsSpan().SequenceEqual(entry.Hash))
            return new($"Entry {expected} was changed: its content does not have the hash that was stored with it.", expected);
        EntryContent content;
        try
        {
            content = EntryContent.Parse(entry.Content);
        }
        catch (EntryFormatException unreadable)
        {
            return new($"Entry {expected} cannot be read. {unreadable.Message}", expected);
        }

        if (content.Previous != last)
            return new($"Entry {expected} was written after another entry {expected - 1} than the one that is stored.", Math.Max(0, expected - 1));
        if (!entry.Repeats(content))
            return new($"Entry {expected} is shown differently from what it says: a column that repeats its content was changed.", expected);
        if (entry.Position != position)
            return new($"Entry {expected} begins at byte {entry.Position:N0} of the journal; the one before ends at {position:N0}. A checkpoint was added or removed.", expected);
        if (!rows.LinksOf(expected).SetEquals(content.Related.Prepend(content.Subject).Select(subject => (subject.Kind, subject.Id))))
            return new($"Entry {expected} is not found under the subjects that it names: the subjects' index was changed.", expected);
        Announce(content);

        var completed = new List<(NodeId Id, MerkleHash Hash)>();
        range.Append(hash, completed);
        last = hash;
        position += entry.Content.Length + 1;
        foreach (var (id, node) in completed)
        {
            if (!node.ToArray().AsSpan().SequenceEqual(rows.Node(id)))
                return new($"The stored tree differs from the entries, in a subtree that ends with entry {expected}.", expected);
        }

        return kept?.Size == range.Size && kept.Root != range.Root
            ? new($"The log of {kept.Size:N0} entries is not the one of the checkpoint that is kept beside the database: it was rewritten.", null)
            : null;
    }

    private LedgerProblem? Check(LedgerCheckpoint checkpoint)
    {
        var what = $"The checkpoint of {checkpoint.Size:N0} entries";
        try
        {
            var note = SignedNote.Parse(checkpoint.Note);
            var signed = Checkpoint.Parse(note.Text);
            if (signed.Size != range.Size || signed.Root != range.Root || !signed.Root.ToArray().AsSpan().SequenceEqual(checkpoint.Root))
                return new($"{what} does not fit the entries before it.", null);
            if (signed.Origin != origin)
                return new($"{what} is of another log, {signed.Origin}.", null);
            if (!note.Verify(keys).Contains(keys[^1]))
                return new($"{what} is signed by a key that was not in force any more.", null);
        }
        catch (Exception unfit) when (unfit is NoteFormatException or NoteSignatureException)
        {
            return new($"{what} is not signed as it should be. {unfit.Message}", null);
        }

        if (checkpoint.Position != position)
            return new($"{what} begins at byte {checkpoint.Position:N0} of the journal instead of {position:N0}.", null);
        position += checkpoint.ToLine().Length;
        return null;
    }

    /// <summary>Keys count from the entry that announces them.</summary>
    private void Announce(EntryContent content)
    {
        if (content.Action == KeyEntries.Begun && content.Sequence == 0)
        {
            (var key, origin) = KeyEntries.ParseBegun(content);
            keys.Add(key);
        }
        else if (content.Action == KeyEntries.Rotated)
        {
            keys.Add(KeyEntries.ParseRotated(content).Key);
        }
    }

    private async Task<LedgerProblem?> CheckEndAsync(DashboardContext context, LedgerHead head, CancellationToken cancellationToken)
    {
        // What was signed since the last look, without a further entry.
        foreach (var checkpoint in await StoredChunk.CheckpointsAsync(context, range.Size, position, cancellationToken))
        {
            if (checkpoint.Position < head.Position && Check(checkpoint) is { } wrong)
                return wrong;
        }

        var lastHash = last?.ToArray() ?? [];
        if (!head.Range.AsSpan().SequenceEqual(range.ToBytes()) || !head.LastHash.AsSpan().SequenceEqual(lastHash) || head.Position != position)
            return new("The head of the log does not fit its entries: it was changed.", null);
        var now = await context.LedgerHead.AsNoTracking().SingleAsync(cancellationToken);
        return await context.LedgerEntries.AnyAsync(entry => entry.Sequence >= now.Size, cancellationToken)
            ? new($"There are entries beyond the head of the log, at {now.Size:N0}: the head was turned back.", now.Size)
            : await context.LedgerCheckpoints.AnyAsync(checkpoint => checkpoint.Size > now.Size, cancellationToken)
                ? new($"A checkpoint covers more than the {now.Size:N0} entries that are there: entries were removed.", null)
                : null;
    }
}
