using System.Net;
using System.Net.Sockets;

namespace Dashboard.Slice.Tests.Concurrency;

/// <summary>One address for several servers: each new connection goes to the server that the test has chosen.</summary>
internal sealed class SmallProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;

    public SmallProxy()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>The port of the server that gets the next connections.</summary>
    public int Target { get; set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ForwardAsync(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    private async Task ForwardAsync(TcpClient visitor)
    {
        using (visitor)
        {
            using var server = new TcpClient();
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, Target, stop.Token);
                await Task.WhenAny(
                    visitor.GetStream().CopyToAsync(server.GetStream(), stop.Token), server.GetStream().CopyToAsync(visitor.GetStream(), stop.Token));
            }
            catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
            {
                // A server that is gone closes the visitor's connection.
            }
        }
    }
}
