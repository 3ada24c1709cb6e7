using System.Net;
using Dashboard.Testing;

namespace Dashboard.Slice.Tests.Security;

public sealed class SignInLimitTests
{
    [Fact]
    public async Task SignIn_MoreOftenThanTheLimit_IsRefusedWhileOtherPagesStayOpen()
    {
        await using var host = DashboardHost.With(new() { ["Identity:SignInRequestsPerMinute"] = "2" });
        using var client = host.NewClient(followRedirects: false);
        await client.GetAsync("/signin", TestContext.Current.CancellationToken);
        await client.GetAsync("/signin", TestContext.Current.CancellationToken);

        var third = await client.GetAsync("/signin", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Contains("Too many sign-ins", await third.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/signed-out", TestContext.Current.CancellationToken)).StatusCode);
    }
}
