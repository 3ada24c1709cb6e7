using System.Net;
using System.Security.Claims;
using Dashboard.Core.Deletions;
using Dashboard.Testing;
using Dashboard.Web.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dashboard.Slice.Tests.Security;

/// <summary>Ten minutes pass between the sign-in and the next request.</summary>
public sealed class SignInAgainTests : IDisposable
{
    // The real clock also validates tokens, so the test uses the real time and ten minutes before it.
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly SetClock clock = new(Now.AddMinutes(-10));
    private readonly DashboardHost host;

    public SignInAgainTests() => host = DashboardHost.With([], clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Again_AsksEvenWithASessionAndRenewsTheTimeOfAuthentication()
    {
        using var client = await host.SignInAsync("priya.raman", Token);
        Assert.Equal((clock.Now.ToUnixTimeSeconds(), AuthenticationTime.Recent), Judge(client));
        clock.Now = Now;
        Assert.Equal((Now.AddMinutes(-10).ToUnixTimeSeconds(), AuthenticationTime.TooOld), Judge(client));

        var asked = await client.Following.GetAsync(SignInEndpoints.AgainPathFor("/migration?wave=2"), Token);
        var page = await asked.Content.ReadAsStringAsync(Token);
        var back = await client.ChooseAsync(page, "priya.raman", Token);

        Assert.Equal("/demo-identity/sign-in", asked.RequestMessage?.RequestUri?.AbsolutePath);
        Assert.True(page.IndexOf("value=\"priya.raman\"", StringComparison.Ordinal) < page.IndexOf("value=\"dana.whitfield\"", StringComparison.Ordinal));
        Assert.Equal("/migration?wave=2", back.RequestMessage?.RequestUri?.PathAndQuery);
        Assert.Equal((Now.ToUnixTimeSeconds(), AuthenticationTime.Recent), Judge(client));
    }

    [Fact]
    public async Task OrdinarySignIn_WithASessionAtTheProvider_KeepsTheOldTime()
    {
        using var client = await host.SignInAsync("priya.raman", Token);
        clock.Now = Now;

        await client.Following.GetAsync("/signin", Token);

        Assert.Equal(Now.AddMinutes(-10).ToUnixTimeSeconds(), long.Parse(Session(client)!.FindFirst("auth_time")!.Value));
    }

    [Fact]
    public async Task Again_ByAnotherPerson_EndsTheSessionAndSaysSo()
    {
        using var client = await host.SignInAsync("priya.raman", Token);
        var asked = await client.Following.GetAsync(SignInEndpoints.AgainPathFor("/migration"), Token);

        var back = await client.ChooseAsync(await asked.Content.ReadAsStringAsync(Token), "thomas.keller", Token);

        Assert.Equal("/signin-failed?reason=OtherPerson", back.RequestMessage?.RequestUri?.PathAndQuery);
        Assert.Contains("Someone other than the person who was signed in here", await back.Content.ReadAsStringAsync(Token));
        Assert.Null(Session(client));
        var next = await client.Http.GetAsync("/migration", Token);
        Assert.Equal("/signin", next.Headers.Location?.AbsolutePath);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("")]
    public async Task Again_WithAForeignReturnUrl_LeadsHome(string returnUrl)
    {
        using var client = await host.SignInAsync("priya.raman", Token);
        var asked = await client.Following.GetAsync(SignInEndpoints.AgainPathFor(returnUrl), Token);

        var back = await client.ChooseAsync(await asked.Content.ReadAsStringAsync(Token), "priya.raman", Token);

        Assert.Equal(new Uri(host.Address, "/summary"), back.RequestMessage?.RequestUri);
    }

    [Fact]
    public async Task Again_WithoutASession_LeadsThroughSignInFirst()
    {
        using var client = host.NewClient(followRedirects: false);

        var answer = await client.GetAsync(SignInEndpoints.AgainPathFor("/migration"), Token);

        Assert.Equal((HttpStatusCode.Redirect, "/signin"), (answer.StatusCode, answer.Headers.Location?.AbsolutePath));
        Assert.Contains(Uri.EscapeDataString(SignInEndpoints.AgainPath), answer.Headers.Location?.Query);
    }

    public void Dispose() => host.Dispose();

    private (long? At, AuthenticationTime Judged) Judge(SignedInClient client)
    {
        var at = Session(client)!.AuthenticatedAt();
        return (at?.ToUnixTimeSeconds(), DeletionRules.Default.Judge(at, clock.Now));
    }

    /// <summary>The person that the browser's cookie names; null without a cookie.</summary>
    private ClaimsPrincipal? Session(SignedInClient client)
    {
        var options = host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = client.Cookies.GetCookieHeader(host.Address);
        var cookie = options.CookieManager.GetRequestCookie(http, options.Cookie.Name!);
        return cookie is null ? null : options.TicketDataFormat.Unprotect(cookie)?.Principal;
    }
}
