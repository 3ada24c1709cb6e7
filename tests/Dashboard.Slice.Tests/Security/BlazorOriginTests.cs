using System.Net;
using System.Net.WebSockets;
using Dashboard.Testing;

namespace Dashboard.Slice.Tests.Security;

[Collection(nameof(RunningDashboard))]
public sealed class BlazorOriginTests(DashboardHost host)
{
    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    public async Task Negotiate_FromForeignOrigin_IsRefused(string origin)
    {
        using var client = await host.SignInAsync("eleanor.brandt", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(client, ("Origin", origin)));
    }

    [Fact]
    public async Task Negotiate_FromAnotherSiteByFetchMetadata_IsRefused()
    {
        using var client = await host.SignInAsync("eleanor.brandt", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(client, ("Sec-Fetch-Site", "cross-site")));
    }

    [Fact]
    public async Task Negotiate_FromOurOrigin_IsAccepted()
    {
        using var client = await host.SignInAsync("eleanor.brandt", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(client, ("Origin", host.Address.GetLeftPart(UriPartial.Authority))));
    }

    [Fact]
    public async Task Negotiate_WithoutSession_IsUnauthorizedAndNotRedirected()
    {
        using var client = host.NewClient(followRedirects: false);

        var answer = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", content: null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task WebSocket_FromForeignOrigin_IsRefused()
    {
        using var client = await host.SignInAsync("eleanor.brandt", TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(client, "https://evil.example"));

        Assert.Contains("403", refusal.Message);
    }

    [Fact]
    public async Task WebSocket_FromOurOrigin_Opens()
    {
        using var client = await host.SignInAsync("eleanor.brandt", TestContext.Current.CancellationToken);

        Assert.Equal(WebSocketState.Open, await ConnectAsync(client, host.Address.GetLeftPart(UriPartial.Authority)));
    }

    private static async Task<HttpStatusCode> NegotiateAsync(SignedInClient client, (string Name, string Value) header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add(header.Name, header.Value);
        return (await client.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }

    private async Task<WebSocketState> ConnectAsync(SignedInClient client, string origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = client.Cookies;
        socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new UriBuilder(host.Address) { Scheme = "ws", Path = "/_blazor" }.Uri, TestContext.Current.CancellationToken);
        return socket.State;
    }
}
