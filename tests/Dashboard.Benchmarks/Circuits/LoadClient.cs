using System.Diagnostics;
using System.Globalization;

namespace Dashboard.Benchmarks.Circuits;

/// <summary>
/// The browsers of the benchmark, in a process of their own so that their memory and time do not count as the server's. It opens the circuits and
/// says so; when told to, a tenth of the readers request the page again each second, as a click on a filter or a live update does.
/// </summary>
internal static class LoadClient
{
    public const string Command = "circuits-client";
    public const string Ready = "open";
    public const string Work = "work";
    private const int AtOnce = 16;
    private const int Rounds = 8;

    public static async Task RunAsync(Uri site, string path, string cookie, int count, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 100 });
        var circuits = new HeadlessCircuit[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (at, cancellation) =>
            circuits[at] = await HeadlessCircuit.OpenAsync(http, site, path, cookie, cancellation));
        Console.WriteLine(Ready);
        while (await Console.In.ReadLineAsync(cancellationToken) is Work)
            Console.WriteLine((await BusyAsync(http, site, path, cookie, Math.Max(1, count / 10), cancellationToken)).ToString(CultureInfo.InvariantCulture));
        await Parallel.ForEachAsync(circuits, cancellationToken, async (circuit, cancellation) => await circuit.CloseAsync(http, site, cookie, cancellation));
    }

    /// <summary>The 95th percentile of a request, in milliseconds. Each reader begins at another moment of the second.</summary>
    private static async Task<double> BusyAsync(HttpClient http, Uri site, string path, string cookie, int readers, CancellationToken cancellationToken)
    {
        var samples = new double[readers * Rounds];
        await Task.WhenAll(Enumerable.Range(0, readers).Select(async reader =>
        {
            await Task.Delay(1000 * reader / readers, cancellationToken);
            for (var round = 0; round < Rounds; round++)
            {
                var began = Stopwatch.GetTimestamp();
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site, path));
                request.Headers.Add("Cookie", cookie);
                request.Headers.Add("Accept-Encoding", "br");
                using var response = await http.SendAsync(request, cancellationToken);
                await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken);
                var taken = Stopwatch.GetElapsedTime(began);
                samples[reader * Rounds + round] = taken.TotalMilliseconds;
                if (taken < TimeSpan.FromSeconds(1))
                    await Task.Delay(TimeSpan.FromSeconds(1) - taken, cancellationToken);
            }
        }));
        Array.Sort(samples);
        return samples[(int)(samples.Length * .95)];
    }
}
