using System.Diagnostics;
using System.Globalization;
using System.Net;
using Dashboard.Testing;

namespace Dashboard.Benchmarks.Circuits;

/// <summary>
/// What open pages cost the server, next to the counter page of the SDK's template in the same run: heap per circuit, processor time of idle
/// circuits, the 95th percentile of a request while a tenth of the readers work, and the time and size of a GET of each main page.
/// </summary>
internal static class CircuitsBenchmark
{
    private const int Requests = 100;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(12);
    private static readonly string[] Pages = ["/summary", "/inventory", "/migration", "/deletions"];

    public static async Task RunAsync(int[] counts, CancellationToken cancellationToken)
    {
        await using var template = await TemplateSite.StartAsync(cancellationToken);
        using var dashboard = DashboardHost.With(new(StringComparer.Ordinal) { ["Demo:Programme"] = "true", ["Logging:LogLevel:Default"] = "Warning" });
        using var session = await dashboard.SignInAsync("dana.whitfield", cancellationToken);
        var cookie = string.Join("; ", session.Cookies.GetAllCookies().Select(cookie => $"{cookie.Name}={cookie.Value}"));
        (string Name, Uri Site, string Path, string Cookie)[] pages =
            [("template /counter", template.Address, "/counter", "none=0"), .. Pages.Select(path => ($"dashboard {path}", dashboard.Address, path, cookie)), ("dashboard /migration/datasets", dashboard.Address, "/migration/datasets", cookie)];

        Console.WriteLine($"{"GET",-32}{"ms p50",9}{"ms p95",9}{"HTML kB",10}{"sent kB",10}");
        foreach (var page in pages)
            await PrintGetAsync(page.Name, page.Site, page.Path, page.Cookie, cancellationToken);

        Console.WriteLine();
        Console.WriteLine($"{"open circuits",-32}{"circuits",9}{"kB each",9}{"idle CPU",10}{"busy p95 ms",13}");
        foreach (var page in pages)
        {
            foreach (var count in counts)
                await PrintCircuitsAsync(page.Name, page.Site, page.Path, page.Cookie, count, cancellationToken);
        }
    }

    private static async Task PrintGetAsync(string name, Uri site, string path, string cookie, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AutomaticDecompression = DecompressionMethods.None });
        var (sent, html) = (0, 0);
        var samples = new List<TimeSpan>();
        for (var at = 0; at < 3 * Requests; at++)
        {
            var isPlain = at == 0;
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site, path));
            request.Headers.Add("Cookie", cookie);
            request.Headers.Add("Accept-Encoding", isPlain ? "identity" : "br");
            var began = Stopwatch.GetTimestamp();
            using var response = await http.SendAsync(request, cancellationToken);
            var body = await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken);
            if (at >= 2 * Requests)
                samples.Add(Stopwatch.GetElapsedTime(began));
            (html, sent) = isPlain ? (body.Length, sent) : (html, body.Length);
        }

        var taken = Percentiles.Of(samples);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-32}{taken.P50,9:0.00}{taken.P95,9:0.00}{html / 1000.0,10:0.0}{sent / 1000.0,10:0.0}"));
    }

    private static async Task PrintCircuitsAsync(string name, Uri site, string path, string cookie, int count, CancellationToken cancellationToken)
    {
        var before = Heap();
        using var client = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [LoadClient.Command, site.ToString(), path, cookie, count.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        if (await client.StandardOutput.ReadLineAsync(cancellationToken) is not LoadClient.Ready)
            throw new InvalidOperationException($"{name}: the circuits could not be opened.");
        await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
        var each = (Heap() - before) / (double)count;

        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        await Task.Delay(Idle, cancellationToken);
        var idle = (Process.GetCurrentProcess().TotalProcessorTime - processor) / Idle;

        await client.StandardInput.WriteLineAsync(LoadClient.Work);
        var busy = await client.StandardOutput.ReadLineAsync(cancellationToken);
        client.StandardInput.Close();
        await client.WaitForExitAsync(cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-32}{count,9:N0}{each / 1000,9:0.0}{idle,10:P1}{double.Parse(busy!, CultureInfo.InvariantCulture),13:0.0}"));
    }

    private static long Heap()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
