using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Testing;
using Dashboard.Web.Features.Imports.Run;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Slice.Tests.Imports.Handlers;

/// <summary>A running dashboard that accepts uploads of up to 60 MB.</summary>
public sealed class UploadingDashboard : IAsyncDisposable
{
    public DashboardHost Host { get; } = DashboardHost.With(new() { ["Imports:MaxBytes"] = "60000000", ["Imports:WatchInbox"] = "false" });

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

/// <summary>Uploads over real connections, as a browser sends them. Each test has its own source.</summary>
[Collection(nameof(MeasuresMemory))]
public sealed class UploadEndpointTests(UploadingDashboard dashboard) : IClassFixture<UploadingDashboard>, IAsyncLifetime
{
    private const string Lead = "dana.whitfield";
    private const string TokenHeader = "RequestVerificationToken";

    private readonly DashboardHost host = dashboard.Host;
    private readonly string inventory = ImportBench.Header + "va/videos,urn:dataset:videos,Company,US,virginia,primary,100,10,aa,,\n";
    private long sourceId;
    private string[] before = [];

    private string Uploads => Path.Combine(host.DataFolder, "uploads");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var context = (await ContextAsync()).Arranging();
        var source = Source.Create($"virginia-{Guid.CreateVersion7():N}", "Virginia", SourceKind.Inventory, 24, null, isComplete: true).Value;
        context.Sources.Add(source);
        await context.SaveChangesAsync(Token);
        sourceId = source.Id;
        before = Directory.Exists(Uploads) ? Directory.GetDirectories(Uploads) : [];
    }

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Upload_ByALead_IsReceivedAndRead()
    {
        using var lead = await host.SignInAsync(Lead, Token);
        using var response = await SendAsync(lead, await AntiforgeryAsync(lead), File("inventory.csv", Encoding.UTF8.GetBytes(inventory)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var id = (await response.Content.ReadFromJsonAsync<Received>(Token))!.Id;
        await using var context = await ContextAsync();
        var import = await context.Imports.SingleAsync(i => i.Id == id, Token);
        Assert.Equal(("Dana Whitfield", "inventory.csv"), (import.StartedBy, Assert.Single(import.Files).Name));
    }

    [Fact]
    public async Task Upload_OfFiftyMegabytes_IsStreamedToTheDisk()
    {
        using var lead = await host.SignInAsync(Lead, Token);
        var token = await AntiforgeryAsync(lead);
        var content = new byte[50_000_000];
        Random.Shared.NextBytes(content);
        var allocatedBefore = GC.GetTotalAllocatedBytes();
        using var response = await SendAsync(lead, token, File("random.bin", content));
        var allocated = GC.GetTotalAllocatedBytes() - allocatedBefore;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(content.LongLength, await StoredBytesAsync());
        Assert.True(allocated < 25_000_000, $"{allocated:N0} bytes were allocated for an upload of {content.Length:N0}.");
    }

    [Fact]
    public async Task Upload_WithoutAntiforgeryHeader_IsRefusedBeforeItsBodyIsRead()
    {
        using var lead = await host.SignInAsync(Lead, Token);
        using var response = await SendAsync(lead, token: null, File("inventory.csv", Encoding.UTF8.GetBytes(inventory)));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await AssertNothingCameAsync();
    }

    [Fact]
    public async Task Upload_WithSomeoneElsesToken_IsRefused()
    {
        using var lead = await host.SignInAsync(Lead, Token);
        using var steward = await host.SignInAsync("ingrid.solheim", Token);
        using var response = await SendAsync(lead, await AntiforgeryAsync(steward), File("inventory.csv", Encoding.UTF8.GetBytes(inventory)));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await AssertNothingCameAsync();
    }

    [Fact]
    public async Task Upload_ByAnAuditor_IsRefused()
    {
        using var auditor = await host.SignInAsync("samuel.ortega", Token);
        using var response = await SendAsync(auditor, await AntiforgeryAsync(auditor), File("inventory.csv", Encoding.UTF8.GetBytes(inventory)));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        await AssertNothingCameAsync();
    }

    [Fact]
    public async Task Upload_WithoutASession_IsRefused()
    {
        using var client = host.NewClient(followRedirects: false);
        using var body = File("inventory.csv", Encoding.UTF8.GetBytes(inventory));
        using var response = await client.PostAsync($"/imports/uploads?source={sourceId}&complete=true", body, Token);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        await AssertNothingCameAsync();
    }

    [Fact]
    public async Task Upload_ForAMissingSource_IsRefused()
    {
        using var lead = await host.SignInAsync(Lead, Token);
        using var response = await SendAsync(lead, await AntiforgeryAsync(lead), File("inventory.csv", Encoding.UTF8.GetBytes(inventory)), source: 999);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("does not exist", (await response.Content.ReadFromJsonAsync<Refused>(Token))!.Message);
        await AssertNothingCameAsync();
    }

    [Fact]
    public async Task Upload_OfMoreThanAllowed_IsRefused()
    {
        using var lead = await host.SignInAsync(Lead, Token);
        using var response = await SendAsync(lead, await AntiforgeryAsync(lead), File("big.csv", new byte[60_000_001]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("at most 60.0 MB", (await response.Content.ReadFromJsonAsync<Refused>(Token))!.Message);
        await AssertNothingCameAsync();
    }

    [Fact]
    public async Task Upload_ThatIsNotMultipart_IsRefused()
    {
        using var lead = await host.SignInAsync(Lead, Token);
        using var response = await SendAsync(lead, await AntiforgeryAsync(lead), new StringContent(inventory));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task Upload_WithATruncatedBody_LeavesNothing()
    {
        using var lead = await host.SignInAsync(Lead, Token);
        var body = new StringContent("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\nresource_id");
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        using var response = await SendAsync(lead, await AntiforgeryAsync(lead), body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await AssertNothingCameAsync();
    }

    [Fact]
    public async Task Upload_WhenTheConnectionIsLost_LeavesNothing()
    {
        using var lead = await host.SignInAsync(Lead, Token);
        var token = await AntiforgeryAsync(lead);
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(host.Address.Host, host.Address.Port, Token);
            await using var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /imports/uploads?source={sourceId}&complete=true HTTP/1.1\r\nHost: {host.Address.Authority}\r\n"
                + $"Cookie: {lead.Cookies.GetCookieHeader(host.Address)}\r\n{TokenHeader}: {token}\r\n"
                + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\n"), Token);
            await stream.WriteAsync(new byte[100_000], Token);
            await UntilAsync(() => Folders().Length == 1);
            socket.LingerState = new(enable: true, seconds: 0); // A reset, as when a machine loses its network.
        }

        await UntilAsync(() => Folders().Length == 0);
        await AssertNothingCameAsync();
    }

    [Fact]
    public async Task Downloads_HaveTheRightContentAndHeaders()
    {
        using var lead = await host.SignInAsync(Lead, Token);
        using var sent = await SendAsync(lead, await AntiforgeryAsync(lead), File("inventory.csv", Encoding.UTF8.GetBytes(inventory)));
        var id = (await sent.Content.ReadFromJsonAsync<Received>(Token))!.Id;
        using var file = await lead.Http.GetAsync($"/imports/{id}/files/1", Token);
        using var rejected = await lead.Http.GetAsync($"/imports/{id}/rejected.csv", Token);
        using var template = await lead.Http.GetAsync("/imports/templates/inventory.csv", Token);
        using var missing = await lead.Http.GetAsync($"/imports/{id}/files/2", Token);

        Assert.Equal(inventory, await file.Content.ReadAsStringAsync(Token));
        Assert.Equal(("application/octet-stream", "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("text/csv", rejected.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("resource_id,dataset,", await template.Content.ReadAsStringAsync(Token));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Download_OfAWholeFile_ByASteward_IsRefusedWithAReason()
    {
        using var steward = await host.SignInAsync("ingrid.solheim", Token);
        using var sent = await SendAsync(steward, await AntiforgeryAsync(steward), File("inventory.csv", Encoding.UTF8.GetBytes(inventory)));
        var id = (await sent.Content.ReadFromJsonAsync<Received>(Token))!.Id;
        using var file = await steward.Http.GetAsync($"/imports/{id}/files/1", Token);

        Assert.Equal(HttpStatusCode.Forbidden, file.StatusCode);
        Assert.Contains("data stewards see only their own", await file.Content.ReadAsStringAsync(Token));
    }

    /// <summary>Another thread of the host fulfils the condition. Waits at most 20 seconds.</summary>
    private static async Task UntilAsync(Func<bool> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var attempt = 0; attempt < 1000 && !condition(); attempt++)
            await timer.WaitForNextTickAsync(Token);
        Assert.True(condition());
    }

    private static MultipartFormDataContent File(string name, byte[] content) => new() { { new ByteArrayContent(content), "files", name } };

    private static async Task<string> AntiforgeryAsync(SignedInClient client)
    {
        var page = await client.Http.GetStringAsync("/imports/formats", Token);
        return SignedInClient.HiddenFields(page).First(field => field.Key == "__RequestVerificationToken").Value;
    }

    private async Task<HttpResponseMessage> SendAsync(SignedInClient client, string? token, HttpContent body, long? source = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/imports/uploads?source={source ?? sourceId}&complete=true") { Content = body };
        if (token is not null)
            request.Headers.Add(TokenHeader, token);
        return await client.Http.SendAsync(request, Token);
    }

    /// <summary>The folders of files that this test uploaded.</summary>
    private string[] Folders() => Directory.Exists(Uploads) ? [.. Directory.GetDirectories(Uploads).Except(before)] : [];

    private async Task<long> StoredBytesAsync()
    {
        await using var context = await ContextAsync();
        var import = await context.Imports.AsNoTracking().SingleAsync(import => import.SourceId == sourceId, Token);
        await using var stored = host.Services.GetRequiredService<ImportStore>().OpenFile(import, import.Files[0]);
        return stored.Length;
    }

    private async Task AssertNothingCameAsync()
    {
        await using var context = await ContextAsync();
        Assert.Empty(await context.Imports.Where(import => import.SourceId == sourceId).ToListAsync(Token));
        Assert.Empty(Folders());
    }

    private Task<DashboardContext> ContextAsync() => host.Services.GetRequiredService<IDbContextFactory<DashboardContext>>().CreateDbContextAsync(Token);

    private sealed record Received(long Id);

    private sealed record Refused(string Message);
}
