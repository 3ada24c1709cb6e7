using System.Net;
using Dashboard.Testing;

namespace Dashboard.Slice.Tests.Security;

public sealed class RestartTests : IDisposable
{
    private readonly ITestDatabase database = ITestDatabase.Open();
    private readonly string folder = Directory.CreateTempSubdirectory("dashboard-test-").FullName;

    [Fact]
    public async Task SessionAndSignInInProgress_SurviveARestart()
    {
        SignedInClient client;
        CookieContainer undecided = new();
        string signInPage;
        await using (var before = Start())
        {
            client = await before.SignInAsync("eleanor.brandt", TestContext.Current.CancellationToken);
            using var visitor = new HttpClient(new HttpClientHandler { CookieContainer = undecided }) { BaseAddress = before.Address };
            signInPage = await visitor.GetStringAsync("/signin", TestContext.Current.CancellationToken);
        }

        await using var after = Start();
        using var sameVisitor = new HttpClient(new HttpClientHandler { CookieContainer = undecided }) { BaseAddress = after.Address };

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(after.Address, "/no-access"));
        Assert.Equal(HttpStatusCode.OK, (await client.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);

        var chosen = await sameVisitor.PostAsync(
            "/demo-identity/sign-in",
            new FormUrlEncodedContent(SignedInClient.HiddenFields(signInPage).Append(new("person", "dana.whitfield"))),
            TestContext.Current.CancellationToken);
        Assert.NotEqual("/signin-failed", chosen.RequestMessage?.RequestUri?.AbsolutePath);
    }

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private DashboardHost Start() => DashboardHost.With(new() { ["Storage:Folder"] = folder }, database: database);
}
