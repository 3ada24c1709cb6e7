using Dashboard.Core;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Ledger.Journal;

/// <summary>An export as a seekable stream. It is read in chunks while it is sent, from any byte, with one chunk in memory.</summary>
internal sealed class JournalStream(IDbContextFactory<DashboardContext> contexts, JournalSpan span) : Stream
{
    private ReadOnlyMemory<byte> chunk;
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => span.Length;

    public override long Position
    {
        get => position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0 || position >= Length)
            return 0;
        if (chunk.Length == 0)
            chunk = await ChunkAsync(cancellationToken);
        var count = Math.Min(buffer.Length, chunk.Length);
        chunk[..count].CopyTo(buffer);
        chunk = chunk[count..];
        position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => position,
            _ => Length,
        };
        ArgumentOutOfRangeException.ThrowIfNegative(target, nameof(offset));
        if (target != position)
            (position, chunk) = (target, default);
        return position;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The journal is read asynchronously.");

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async Task<ReadOnlyMemory<byte>> ChunkAsync(CancellationToken cancellationToken)
    {
        if (position < span.Before.Length)
            return span.Before.AsMemory((int)position);
        var place = span.From + position - span.Before.Length;
        if (place >= span.To)
            return span.After.AsMemory((int)(place - span.To));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await JournalChunk.ReadAsync(context, place, span.To, cancellationToken);
    }
}
