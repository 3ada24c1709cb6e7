using System.Net;
using Dashboard.Testing;

namespace Dashboard.Slice.Tests.Security;

[Collection(nameof(RunningDashboard))]
public sealed class SignOutTests(DashboardHost host)
{
    [Fact]
    public async Task SignOut_WithoutAntiforgeryToken_IsRefusedAndTheSessionStays()
    {
        using var client = await host.SignInAsync("eleanor.brandt", TestContext.Current.CancellationToken);

        var answer = await client.Http.PostAsync("/signout", new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("/summary", await StartPageAsync(client));
    }

    [Fact]
    public async Task SignOut_ByGet_DoesNotExist()
    {
        using var client = await host.SignInAsync("eleanor.brandt", TestContext.Current.CancellationToken);

        var answer = await client.Http.GetAsync("/signout", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task SignOut_WithToken_EndsOurSessionAndTheProvidersSession()
    {
        using var client = await host.SignInAsync("eleanor.brandt", TestContext.Current.CancellationToken);
        var page = await client.Http.GetStringAsync("/no-access", TestContext.Current.CancellationToken);
        var token = SignedInClient.HiddenFields(page).First(field => field.Key == "__RequestVerificationToken");

        var answer = await client.Following.PostAsync("/signout", new FormUrlEncodedContent([token]), TestContext.Current.CancellationToken);

        Assert.Equal("/signed-out", answer.RequestMessage?.RequestUri?.AbsolutePath);
        var again = await client.Following.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal("/demo-identity/sign-in", again.RequestMessage?.RequestUri?.AbsolutePath);
    }

    private static async Task<string?> StartPageAsync(SignedInClient client) =>
        (await client.Http.GetAsync("/", TestContext.Current.CancellationToken)).Headers.Location?.AbsolutePath;
}
