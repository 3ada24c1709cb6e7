using System.Threading.Channels;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>The imports that wait for the worker. The database has them too, so a restart loses nothing.</summary>
internal sealed class ImportQueue
{
    private readonly Channel<long> waiting = Channel.CreateUnbounded<long>(new() { SingleReader = true });

    public void Add(long importId) => waiting.Writer.TryWrite(importId);

    public IAsyncEnumerable<long> ReadAllAsync(CancellationToken cancellationToken) => waiting.Reader.ReadAllAsync(cancellationToken);
}
