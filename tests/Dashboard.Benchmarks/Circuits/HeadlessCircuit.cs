using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Benchmarks.Circuits;

/// <summary>What a browser does with a page: requests it, opens its circuit, starts the components named in the HTML and confirms each render.</summary>
internal sealed partial class HeadlessCircuit : IAsyncDisposable
{
    private readonly HubConnection hub;
    private readonly TaskCompletionSource rendered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string id = "";

    private HeadlessCircuit(HubConnection hub)
    {
        this.hub = hub;
        hub.On<int, byte[]>("JS.RenderBatch", async (batch, _) =>
        {
            await hub.SendAsync("OnRenderCompleted", (long)batch, null);
            rendered.TrySetResult();
        });
        hub.On<string>("JS.Error", error => rendered.TrySetException(new InvalidOperationException(error)));
    }

    /// <param name="cookie">The session.</param>
    /// <exception cref="InvalidOperationException">The page names no component, or the server refused the circuit.</exception>
    public static async Task<HeadlessCircuit> OpenAsync(HttpClient http, Uri site, string path, string cookie, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site, path));
        request.Headers.Add("Cookie", cookie);
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("text/html"));
        using var response = await http.SendAsync(request, cancellationToken);
        var html = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken);

        var builder = new HubConnectionBuilder().WithUrl(new Uri(site, "/_blazor"), options =>
        {
            options.Headers["Cookie"] = cookie;
            options.Headers["Origin"] = site.GetLeftPart(UriPartial.Authority);
            options.SkipNegotiation = true;
            options.Transports = HttpTransportType.WebSockets;
        });
        builder.Services.AddSingleton<IHubProtocol, BlazorPack>();
        var circuit = new HeadlessCircuit(builder.Build());
        await circuit.StartAsync(site, path, html, cancellationToken);
        return circuit;
    }

    public async ValueTask DisposeAsync() => await hub.DisposeAsync();

    /// <summary>Closes the page. Without the request, the server would keep the circuit for some minutes in case the reader comes back.</summary>
    public async Task CloseAsync(HttpClient http, Uri site, string cookie, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site, "/_blazor/disconnect"))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("circuitId", id)]),
        };
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Origin", site.GetLeftPart(UriPartial.Authority));
        using var response = await http.SendAsync(request, cancellationToken);
        await DisposeAsync();
    }

    private async Task StartAsync(Uri site, string path, string html, CancellationToken cancellationToken)
    {
        await hub.StartAsync(cancellationToken);
        id = await hub.InvokeAsync<string>("StartCircuit", site.ToString(), new Uri(site, path).ToString(), "[]", "", cancellationToken);
        var markers = Marker().Matches(html).Select(marker => JsonNode.Parse(marker.Groups["json"].Value)!.AsObject()).Where(marker => marker.ContainsKey("descriptor")).ToList();
        if (markers.Count == 0)
            throw new InvalidOperationException($"{path} has no interactive component.");
        var operations = new JsonArray([.. markers.Select((marker, at) => new JsonObject { ["type"] = "add", ["ssrComponentId"] = at + 1, ["marker"] = marker })]);
        var state = State().Match(html) is { Success: true } found ? found.Groups["state"].Value : "";
        await hub.SendAsync("UpdateRootComponents", JsonSerializer.Serialize(new JsonObject { ["batchId"] = 1, ["operations"] = operations }), state, cancellationToken);
        await rendered.Task.WaitAsync(TimeSpan.FromSeconds(60), cancellationToken);
    }

    [GeneratedRegex("<!--Blazor:(?<json>\\{.*?\\})-->", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>[^>]*?)-->", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex State();
}
