using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Testing;

namespace Dashboard.Slice.Tests.Security;

[Collection(nameof(RunningDashboard))]
public sealed partial class SecurityHeadersTests(DashboardHost host)
{
    [Theory]
    [InlineData("/no-access", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.Found)]
    [InlineData("/signin", HttpStatusCode.Found)]
    [InlineData("/signin-failed", HttpStatusCode.OK)]
    [InlineData("/signed-out", HttpStatusCode.OK)]
    [InlineData("/there/is/no/such/page", HttpStatusCode.NotFound)]
    [InlineData("/css/tokens.css", HttpStatusCode.OK)]
    [InlineData("/_framework/blazor.web.js", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/demo-identity/.well-known/openid-configuration", HttpStatusCode.OK)]
    [InlineData("/demo-identity/sign-in?request=/demo-identity/authorize?x", HttpStatusCode.OK)]
    public async Task Response_OfEveryKind_HasTheHeaders(string path, HttpStatusCode status)
    {
        using var client = await host.SignInAsync("eleanor.brandt", TestContext.Current.CancellationToken);

        var answer = await client.Http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Matches(Policy(), Header(answer, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Contains("geolocation=()", Header(answer, "Permissions-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task ImportMap_OfAPage_HasTheNonceOfItsPolicy_WhichDiffersEachTime()
    {
        using var client = host.NewClient();

        var first = await client.GetAsync("/signed-out", TestContext.Current.CancellationToken);
        var second = await client.GetAsync("/signed-out", TestContext.Current.CancellationToken);

        var nonce = Policy().Match(Header(first, "Content-Security-Policy")).Groups["nonce"].Value;
        Assert.Contains($"nonce=\"{nonce}\"", await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain(nonce, Header(second, "Content-Security-Policy"));
    }

    [Fact]
    public async Task Cookies_OfASession_AreHttpOnlyAndLax()
    {
        using var client = await host.SignInAsync("eleanor.brandt", TestContext.Current.CancellationToken);

        var cookies = client.Cookies.GetCookies(host.Address);

        Assert.Equal(["dashboard-antiforgery", "dashboard-session"], cookies.Select(cookie => cookie.Name).Order());
        Assert.All(cookies, cookie => Assert.True(cookie.HttpOnly));
    }

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));

    [GeneratedRegex(
        "^default-src 'none'; script-src 'self' 'nonce-(?<nonce>[A-Za-z0-9_-]{22})'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'$",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Policy();
}
