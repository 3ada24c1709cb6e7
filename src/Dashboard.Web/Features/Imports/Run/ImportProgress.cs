using System.Collections.Concurrent;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>What an import is doing.</summary>
internal enum ImportPhase
{
    Waiting,
    Reading,
    Comparing,
    Applying,
}

/// <summary>How far a running import has come. Written by the worker, read by any page at any time.</summary>
internal sealed class ImportProgress(long totalBytes, long startedAt)
{
    private long bytes;

    public ImportPhase Phase { get; set; }

    public long Rows { get; set; }

    public long Rejected { get; set; }

    /// <summary>Stored bytes of all files.</summary>
    public long TotalBytes => totalBytes;

    /// <summary>Stored bytes read so far.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>Timestamp of the clock at which reading began.</summary>
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
