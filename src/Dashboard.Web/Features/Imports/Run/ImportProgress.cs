using System.Collections.Concurrent;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>The current step of a running import.</summary>
internal enum ImportPhase
{
    Waiting,
    Reading,
    Comparing,
    Applying,
}

/// <summary>The progress of a running import. The worker writes it; any page may read it at any time.</summary>
internal sealed class ImportProgress(long totalBytes, long startedAt)
{
    private long bytes;

    public ImportPhase Phase { get; set; }

    public long Rows { get; set; }

    public long Rejected { get; set; }

    /// <summary>Size of all files as stored.</summary>
    public long TotalBytes => totalBytes;

    /// <summary>Bytes read so far, of the files as stored.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>The clock's timestamp when reading began.</summary>
    public long StartedAt => startedAt;

    public void BytesRead(long count) => Interlocked.Add(ref bytes, count);
}

/// <summary>The imports that are running now.</summary>
internal sealed class RunningImports
{
    private readonly ConcurrentDictionary<long, (ImportProgress Progress, CancellationTokenSource Stop)> running = [];

    public ImportProgress? Find(long importId) => running.TryGetValue(importId, out var found) ? found.Progress : null;

    public void Add(long importId, ImportProgress progress, CancellationTokenSource stop) => running[importId] = (progress, stop);

    public void Remove(long importId) => running.TryRemove(importId, out _);

    /// <summary>Stops the import if it is running on this server.</summary>
    public async Task StopAsync(long importId)
    {
        if (running.TryGetValue(importId, out var found))
            await found.Stop.CancelAsync();
    }
}
