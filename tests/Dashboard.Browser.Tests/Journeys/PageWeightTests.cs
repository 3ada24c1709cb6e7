using System.Net.Http.Headers;
using Dashboard.Browser.Tests.Setting;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>The HTML of each page of the rail, with the demo programme: a phone on a train has to load it.</summary>
public sealed class PageWeightTests(DemoWorld world) : JourneyTest(world)
{
    private const int Most = 100_000;
    private const int MostSent = 30_000;

    [Theory]
    [InlineData("/summary")]
    [InlineData("/migration")]
    [InlineData("/migration/datasets")]
    [InlineData("/inventory")]
    [InlineData("/deletions")]
    [InlineData("/ledger")]
    [InlineData("/imports")]
    [InlineData("/sources")]
    [InlineData("/administration/boundary")]
    public async Task Page_OfTheRail_StaysWithinItsBudget(string path)
    {
        using var plain = await GetAsync(path, "identity");
        using var compressed = await GetAsync(path, "br");

        var html = await plain.Content.ReadAsByteArrayAsync(Cancellation);
        var sent = await compressed.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Equal("br", Assert.Single(compressed.Content.Headers.ContentEncoding));
        Assert.True(html.Length <= Most, $"{path} has {html.Length:N0} bytes of HTML; {Most:N0} are allowed.");
        Assert.True(sent.Length <= MostSent, $"{path} sends {sent.Length:N0} bytes; {MostSent:N0} are allowed.");
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string encoding)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Demo.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", string.Join("; ", (await Demo.SessionOfAsync("Dana Whitfield", Cancellation)).Select(cookie => $"{cookie.Name}={cookie.Value}")));
        request.Headers.AcceptEncoding.Add(StringWithQualityHeaderValue.Parse(encoding));
        return (await http.SendAsync(request, Cancellation)).EnsureSuccessStatusCode();
    }
}
