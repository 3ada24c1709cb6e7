using Dashboard.Core;
using Dashboard.Core.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Ledger.Journal;

/// <summary>
/// Reads bytes of the journal directly from the stored rows. Each line keeps the position at which it was written, so any byte can be found
/// with a seek. A changed or removed row leaves the lines around it intact, and the verifier names it.
/// </summary>
internal static class JournalChunk
{
    private const int MostEntries = 128;

    /// <summary>Larger than <see cref="MostEntries"/> entries and checkpoints of maximum size; limits the cost of a gap in the rows.</summary>
    private const long MostBytes = 16 * 1024 * 1024;

    /// <summary>Reads the bytes from a position on: at least one, and none beyond <paramref name="end"/>.</summary>
    public static async Task<byte[]> ReadAsync(DashboardContext context, long position, long end, CancellationToken cancellationToken)
    {
        var first = await EntriesUpTo(context, position).FirstOrDefaultAsync(cancellationToken);
        var entries = await EntriesFrom(context, first).ToListAsync(cancellationToken);
        var until = Math.Min(Math.Min(entries.Count > MostEntries ? entries[MostEntries].Position : end, end), position + MostBytes);
        if (until <= position)
            throw new InvalidDataException($"The rows of the ledger around entry {first} are not in order.");
        var begin = entries.Count > 0 ? Math.Min(position, entries[0].Position) : position;
        var checkpoints = await Checkpoints(context, begin, until).ToListAsync(cancellationToken);
        var lines = entries.Select(entry => new Line(entry.Position, [.. entry.Content, (byte)'\n'], entry.Sequence, entry.Sequence + 1))
            .Concat(checkpoints.Select(checkpoint => new Line(checkpoint.Position, checkpoint.ToLine(), checkpoint.Size, checkpoint.Size)))
            .OrderBy(line => line.Position);
        return Assemble([.. lines], position, until);
    }

    internal static IQueryable<long> EntriesUpTo(DashboardContext context, long position) => context.LedgerEntries
        .Where(entry => entry.Position <= position).OrderByDescending(entry => entry.Position).Select(entry => entry.Sequence);

    internal static IQueryable<EntryLine> EntriesFrom(DashboardContext context, long sequence) => context.LedgerEntries
        .Where(entry => entry.Sequence >= sequence).OrderBy(entry => entry.Sequence).Take(MostEntries + 1)
        .Select(entry => new EntryLine(entry.Sequence, entry.Position, entry.Content));

    internal static IQueryable<LedgerCheckpoint> Checkpoints(DashboardContext context, long from, long until) => context.LedgerCheckpoints.AsNoTracking()
        .Where(checkpoint => checkpoint.Position >= from && checkpoint.Position < until).OrderBy(checkpoint => checkpoint.Position);

    private static byte[] Assemble(IReadOnlyList<Line> lines, long position, long until)
    {
        var bytes = new byte[until - position];
        Array.Fill(bytes, (byte)' ');
        for (var at = 0; at < lines.Count && lines[at].Position < until; at++)
        {
            var (line, next) = (lines[at], at + 1 < lines.Count ? lines[at + 1] : null);
            var end = Math.Min(next?.Position ?? until, until);
            if (at == 0)
                EndLineBefore(line.Position);
            Copy(line.Bytes.AsSpan(0, (int)Math.Min(line.Bytes.Length, end - line.Position)), line.Position);
            if (line.Position + line.Bytes.Length == end)
                continue;
            // A row that became shorter stays on one line; the missing bytes after it form a separate line.
            if (line.Position + line.Bytes.Length < end && (next is null || next.Number == line.Next))
                Copy(" "u8, line.Position + line.Bytes.Length - 1);
            EndLineBefore(end);
        }

        return bytes;

        void Copy(ReadOnlySpan<byte> line, long at)
        {
            var skipped = (int)Math.Min(line.Length, Math.Max(0, position - at));
            line[skipped..].CopyTo(bytes.AsSpan((int)Math.Max(0, at - position)));
        }

        void EndLineBefore(long place)
        {
            if (place > position)
                bytes[place - position - 1] = (byte)'\n';
        }
    }

    /// <param name="Number">Number of the entry; for a checkpoint, the number of the entry that follows it.</param>
    /// <param name="Next">Number of the entry that must follow.</param>
    private sealed record Line(long Position, byte[] Bytes, long Number, long Next);
}

internal sealed record EntryLine(long Sequence, long Position, byte[] Content);
