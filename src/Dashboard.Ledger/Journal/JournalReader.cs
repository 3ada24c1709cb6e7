namespace Dashboard.Ledger;

/// <summary>Cuts a stream into batches of whole lines.</summary>
internal sealed class JournalReader(Stream stream, int batchBytes) : IDisposable
{
    private readonly int capacity = Math.Max(batchBytes, JournalLines.LongestBytes + 1);
    private readonly Stack<JournalBatch> free = new();
    private byte[] rest = [];
    private long first;
    private bool isAtEnd;

    /// <summary>Bytes read so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Entries handed out so far, readable or not.</summary>
    public long Entries { get; private set; }

    /// <summary>Lines handed out so far.</summary>
    public long Lines { get; private set; }

    /// <summary>The last line has no line feed.</summary>
    public bool IsCutOff => isAtEnd && rest.Length > 0 && !HasLongLine;

    /// <summary>A line is longer than any may be; nothing after it was read.</summary>
    public bool HasLongLine => rest.Length > JournalLines.LongestBytes;

    /// <summary>The next batch, or null at the end.</summary>
    public async Task<JournalBatch?> NextAsync(CancellationToken cancellation)
    {
        if (isAtEnd || HasLongLine) return null;
        var batch = free.TryPop(out var used) ? used : new(capacity);
        rest.CopyTo(batch.Buffer, 1);
        batch.Used = 1 + rest.Length;
        var read = await stream.ReadAtLeastAsync(batch.Buffer.AsMemory(batch.Used), batch.Buffer.Length - batch.Used, throwOnEndOfStream: false, cancellation);
        isAtEnd = batch.Used + read < batch.Buffer.Length;
        batch.Used += read;
        Bytes += read;
        var end = batch.Split();
        rest = batch.Buffer[end..batch.Used];
        batch.FirstEntry = first + Entries;
        Entries += batch.Entries;
        Lines += batch.Lines;
        return batch;
    }

    /// <summary>The first batch turned out to begin further on in a ledger.</summary>
    public void StartAt(JournalBatch batch, long entry)
    {
        first = entry;
        batch.FirstEntry = entry;
    }

    public void Dispose()
    {
        while (free.TryPop(out var batch)) batch.Dispose();
    }

    /// <summary>Gives a batch back, to be filled again.</summary>
    public void Return(JournalBatch batch)
    {
        batch.Clear();
        free.Push(batch);
    }
}
