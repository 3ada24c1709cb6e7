using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Slice.Tests.Imports;
using Dashboard.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Concurrency;

/// <summary>Two real web servers behind one address, with one database and one storage folder. One of them is killed while people work.</summary>
public sealed class TwoProcessesTests : IAsyncDisposable
{
    private const int Rows = 20_000;

    private readonly ITestDatabase database = ITestDatabase.Open();
    private readonly string folder = Directory.CreateTempSubdirectory("dashboard-two-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Server_Killed_ThePersonStaysSignedIn_AndTheirImportContinuesOnTheOther()
    {
        var (firstPort, secondPort) = (FreePort(), FreePort());
        await using var first = Start(firstPort);
        await first.UntilReadyAsync(Token);
        var source = await SourceAsync();
        await using var proxy = new SmallProxy { Target = firstPort };
        // The demo provider is part of each server and knows one, so signing in goes to the only server. Cookies are for every port.
        using var session = await SignedInClient.SignInAsync(new($"http://127.0.0.1:{firstPort}"), "dana.whitfield", Token);
        await using var second = Start(secondPort);
        await second.UntilReadyAsync(Token);
        using var lead = new HttpClient(new HttpClientHandler { CookieContainer = session.Cookies, AllowAutoRedirect = false }) { BaseAddress = proxy.Address };
        var form = await AntiforgeryAsync(lead);

        var id = await UploadAsync(lead, form, source, 0);
        await first.KillAsync();
        proxy.Target = secondPort;

        var page = await GetAsync(lead, "/inventory?text=videos");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("videos", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        var import = await UntilAsync(id, ImportState.AwaitingConfirmation);
        Assert.Equal(Rows, import.Counts.Rows);
        // The form of a page from the killed server is still good.
        var next = await UploadAsync(lead, form, source, 1);
        Assert.Equal(Rows, (await UntilAsync(next, ImportState.AwaitingConfirmation)).Counts.Rows);

        await using var context = Open();
        Assert.Equal(2, await context.LedgerEntries.CountAsync(entry => entry.Action == Core.Ledger.LedgerActions.ImportReceived, Token));
        Assert.Equal(1, await context.LedgerEntries.CountAsync(entry => entry.Action == "ledger.begun", Token));
        Assert.Null(await new Core.Ledger.LedgerSelfCheck(null).CheckAsync(context, Token));
    }

    public ValueTask DisposeAsync()
    {
        database.Dispose();
        Directory.Delete(folder, recursive: true);
        return default;
    }

    private static async Task<string> AntiforgeryAsync(HttpClient client) =>
        SignedInClient.HiddenFields(await client.GetStringAsync("/imports/formats", Token)).First(field => field.Key == "__RequestVerificationToken").Value;

    /// <summary>As a browser does: a connection that the killed server closed is opened again.</summary>
    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string path)
    {
        try
        {
            return await client.GetAsync(path, Token);
        }
        catch (HttpRequestException)
        {
            return await client.GetAsync(path, Token);
        }
    }

    private static async Task<long> UploadAsync(HttpClient client, string form, long source, int number)
    {
        var text = new StringBuilder(ImportBench.Header);
        for (var row = 0; row < Rows; row++)
            text.Append($"copy-{number}-{row:D6},urn:dataset:set-{row % 50},Company,US,virginia,backup,{row},,,,\n");
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text.ToString()));
        using var body = new MultipartFormDataContent { { content, "files", "inventory.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/imports/uploads?source={source}&complete=false") { Content = body };
        request.Headers.Add("RequestVerificationToken", form);
        using var response = await client.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<Received>(Token))!.Id;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private DashboardProcess Start(int port) => DashboardProcess.Start(
    [
        ("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"), ("Storage__Folder", folder), ("Demo__Programme", "false"),
        ("Imports__WatchInbox", "false"),
        .. database.Settings.Select(setting => (setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value)),
    ]);

    private DashboardContext Open() => database.CreateDbContext();

    private async Task<long> SourceAsync()
    {
        await using var context = Open().Arranging();
        var source = Source.Create("virginia", "Virginia", SourceKind.Inventory, 24, null, isComplete: true).Value;
        context.Sources.Add(source);
        await context.SaveChangesAsync(Token);
        return source.Id;
    }

    private async Task<Import> UntilAsync(long id, ImportState state)
    {
        while (true)
        {
            await using var context = Open();
            var import = await context.Imports.AsNoTracking().SingleAsync(import => import.Id == id, Token);
            if (import.State == state)
                return import;
            Assert.False(import.IsFinished, import.Refusal);
            await Task.Delay(TimeSpan.FromMilliseconds(100), Token);
        }
    }

    private sealed record Received(long Id);
}
