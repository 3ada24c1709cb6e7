namespace Dashboard.Ledger;

/// <summary>Splits a stream into batches of whole lines.</summary>
internal sealed class JournalReader(Stream stream, int batchBytes) : IDisposable
{
    private readonly int capacity = Math.Max(batchBytes, JournalLines.LongestBytes + 1);
    private readonly Stack<JournalBatch> free = new();
    private byte[] rest = [];
    private long first;
    private bool isAtEnd;

    /// <summary>Bytes read so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Entries returned so far, readable or not.</summary>
    public long Entries { get; private set; }

    /// <summary>Lines returned so far.</summary>
    public long Lines { get; private set; }

    /// <summary>True when the last line has no line feed.</summary>
    public bool IsCutOff => isAtEnd && rest.Length > 0 && !HasLongLine;

    /// <summary>True when a line is longer than the maximum; nothing after it was read.</summary>
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

    /// <summary>Sets the number of the first entry, for a journal that does not begin with entry 0.</summary>
    public void StartAt(JournalBatch batch, long entry)
    {
        first = entry;
        batch.FirstEntry = entry;
    }

    public void Dispose()
    {
        while (free.TryPop(out var batch)) batch.Dispose();
    }

    /// <summary>Returns a batch for reuse.</summary>
    public void Return(JournalBatch batch)
    {
        batch.Clear();
        free.Push(batch);
    }
}
