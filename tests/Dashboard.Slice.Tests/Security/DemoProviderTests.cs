using System.Net;
using Dashboard.DemoIdentity;
using Dashboard.Testing;

namespace Dashboard.Slice.Tests.Security;

[Collection(nameof(RunningDashboard))]
public sealed class DemoProviderTests(DashboardHost host)
{
    [Fact]
    public async Task Authorize_WithASession_AnswersImmediately()
    {
        using var client = await host.SignInAsync("dana.whitfield", TestContext.Current.CancellationToken);

        var answer = await client.Http.GetAsync(Request(), TestContext.Current.CancellationToken);

        Assert.Equal("/signin-oidc", answer.Headers.Location?.AbsolutePath);
        Assert.Contains("code=", answer.Headers.Location?.Query);
    }

    [Theory]
    [InlineData("&prompt=login")]
    [InlineData("&prompt=select_account")]
    [InlineData("&max_age=0")]
    public async Task Authorize_RequiringAFreshSignIn_AsksOnceAndThenAnswers(string demand)
    {
        using var client = await host.SignInAsync("dana.whitfield", TestContext.Current.CancellationToken);

        var asked = await client.Following.GetAsync(Request() + demand, TestContext.Current.CancellationToken);
        Assert.Equal("/demo-identity/sign-in", asked.RequestMessage?.RequestUri?.AbsolutePath);

        var page = await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var choice = new HttpRequestMessage(HttpMethod.Post, "/demo-identity/sign-in")
        {
            Content = new FormUrlEncodedContent(SignedInClient.HiddenFields(page).Append(new("person", "dana.whitfield"))),
        };
        var back = await client.Http.SendAsync(choice, TestContext.Current.CancellationToken);
        var answer = await client.Http.GetAsync(back.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Contains("code=", answer.Headers.Location?.Query);
    }

    [Fact]
    public async Task Authorize_WithinMaxAge_AnswersImmediately()
    {
        using var client = await host.SignInAsync("dana.whitfield", TestContext.Current.CancellationToken);

        var answer = await client.Http.GetAsync(Request() + "&max_age=300", TestContext.Current.CancellationToken);

        Assert.Contains("code=", answer.Headers.Location?.Query);
    }

    [Fact]
    public async Task Authorize_WithoutPromptOrSession_SaysThatSignInIsNeeded()
    {
        using var client = host.NewClient(followRedirects: false);

        var answer = await client.GetAsync(Request() + "&prompt=none", TestContext.Current.CancellationToken);

        Assert.Contains("error=login_required", answer.Headers.Location?.Query);
    }

    [Fact]
    public async Task Authorize_ForAForeignRedirectAddress_IsRefused()
    {
        using var client = await host.SignInAsync("dana.whitfield", TestContext.Current.CancellationToken);

        var answer = await client.Http.GetAsync(Request("http://localhost:1/other"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_WithoutAntiforgeryToken_IsRefused()
    {
        using var client = host.NewClient(followRedirects: false);

        var answer = await client.PostAsync(
            "/demo-identity/sign-in",
            new FormUrlEncodedContent([new("person", "dana.whitfield"), new("request", "/demo-identity/authorize?x")]),
            TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Failure_AtTheProvider_ShowsAPageThatSaysSo()
    {
        using var client = host.NewClient();

        var answer = await client.GetAsync("/signin-oidc?error=access_denied&state=stale", TestContext.Current.CancellationToken);

        Assert.Equal("/signin-failed", answer.RequestMessage?.RequestUri?.AbsolutePath);
        Assert.Contains("Try again", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private string Request(string? redirect = null) =>
        "/demo-identity/authorize?response_type=code&scope=openid&state=s&nonce=n&code_challenge_method=S256"
        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        + $"&client_id={DemoClient.Id}&redirect_uri={Uri.EscapeDataString(redirect ?? new Uri(host.Address, DemoClient.RedirectPath).AbsoluteUri)}";
}
