using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Ledger;

/// <summary>A problem in the stored log.</summary>
/// <param name="Sequence">Number of the first bad entry; null if the problem is not in one entry.</param>
public sealed record LedgerProblem(string Text, long? Sequence);

/// <summary>
/// Reads through the stored log and checks its parts against each other: contents against hashes, each entry against the one before, the
/// columns that pages show against the contents, the stored tree against a rebuilt tree, checkpoints against roots and keys, and the head
/// against the end. It remembers how far it got, so that the next check continues there. It repairs nothing.
/// </summary>
/// <param name="kept">The newest checkpoint that is stored outside the database; null if there is none.</param>
public sealed class LedgerSelfCheck(Checkpoint? kept)
{
    private const int Chunk = 500;

    private readonly CompactRange range = new();
    private readonly List<NoteKey> keys = [];
    private MerkleHash? last;
    private long position;
    private string? origin;

    /// <summary>Number of entries that have been verified.</summary>
    public long Verified => range.Size;

    /// <summary>Checks what was appended since the last check; the first time, everything.</summary>
    /// <returns>The first problem, or null.</returns>
    public async Task<LedgerProblem?> CheckAsync(DashboardContext context, CancellationToken cancellationToken)
    {
        if (await context.LedgerHead.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } head)
            return new("The head of the log is missing: its row was removed.", null);
        if (head.Size < Math.Max(range.Size, kept?.Size ?? 0))
            return new($"The log has {head.Size:N0} entries, but it had {Math.Max(range.Size, kept?.Size ?? 0):N0} before: it was truncated or rolled back.", null);
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
            return new($"Entry {expected} was changed: its content does not match the hash that is stored with it.", expected);
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
            return new($"Entry {expected} was written after a different entry {expected - 1} than the one that is stored.", Math.Max(0, expected - 1));
        if (!entry.Repeats(content))
            return new($"Entry {expected} is shown with values that differ from its content: a column that repeats the content was changed.", expected);
        if (entry.Position != position)
            return new($"Entry {expected} begins at byte {entry.Position:N0} of the journal, but the line before it ends at byte {position:N0}. A checkpoint was added or removed.", expected);
        if (!rows.LinksOf(expected).SetEquals(content.Related.Prepend(content.Subject).Select(subject => (subject.Kind, subject.Id))))
            return new($"Entry {expected} is not listed under the subjects that it names: the index of subjects was changed.", expected);
        Announce(content);

        var completed = new List<(NodeId Id, MerkleHash Hash)>();
        range.Append(hash, completed);
        last = hash;
        position += entry.Content.Length + 1;
        foreach (var (id, node) in completed)
        {
            if (!node.ToArray().AsSpan().SequenceEqual(rows.Node(id)))
                return new($"The stored tree differs from the entries in a subtree that ends with entry {expected}.", expected);
        }

        return kept?.Size == range.Size && kept.Root != range.Root
            ? new($"The first {kept.Size:N0} entries do not match the checkpoint that is kept outside the database: the log was rewritten.", null)
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
                return new($"{what} does not match the entries before it.", null);
            if (signed.Origin != origin)
                return new($"{what} belongs to another log, {signed.Origin}.", null);
            if (!note.Verify(keys).Contains(keys[^1]))
                return new($"{what} is signed by a key that was no longer in force.", null);
        }
        catch (Exception unfit) when (unfit is NoteFormatException or NoteSignatureException)
        {
            return new($"{what} does not have a valid signature. {unfit.Message}", null);
        }

        if (checkpoint.Position != position)
            return new($"{what} begins at byte {checkpoint.Position:N0} of the journal instead of {position:N0}.", null);
        position += checkpoint.ToLine().Length;
        return null;
    }

    /// <summary>A key is valid from the entry that announces it.</summary>
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
        // Checkpoints that were signed since the last check, without a new entry.
        foreach (var checkpoint in await StoredChunk.CheckpointsAsync(context, range.Size, position, cancellationToken))
        {
            if (checkpoint.Position < head.Position && Check(checkpoint) is { } wrong)
                return wrong;
        }

        var lastHash = last?.ToArray() ?? [];
        if (!head.Range.AsSpan().SequenceEqual(range.ToBytes()) || !head.LastHash.AsSpan().SequenceEqual(lastHash) || head.Position != position)
            return new("The head of the log does not match its entries: it was changed.", null);
        var now = await context.LedgerHead.AsNoTracking().SingleAsync(cancellationToken);
        return await context.LedgerEntries.AnyAsync(entry => entry.Sequence >= now.Size, cancellationToken)
            ? new($"There are entries beyond the head of the log, at {now.Size:N0}: the head was set back.", now.Size)
            : await context.LedgerCheckpoints.AnyAsync(checkpoint => checkpoint.Size > now.Size, cancellationToken)
                ? new($"A checkpoint covers more than the {now.Size:N0} entries that exist: entries were removed.", null)
                : null;
    }
}
