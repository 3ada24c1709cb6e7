using Dashboard.Testing;

namespace Dashboard.Slice.Tests.Security;

[Collection(nameof(RunningDashboard))]
public sealed class ReturnAddressTests(DashboardHost host)
{
    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task SignIn_WithForeignReturnUrl_LandsOnOurStartPage(string returnUrl)
    {
        using var client = await SignedInClient.SignInAsync(
            host.Address, "eleanor.brandt", TestContext.Current.CancellationToken, returnUrl);

        Assert.Equal(new Uri(host.Address, "/summary"), client.LandedOn);
    }

    [Fact]
    public async Task SignIn_WithLocalReturnUrl_LandsThere()
    {
        using var client = await SignedInClient.SignInAsync(
            host.Address, "eleanor.brandt", TestContext.Current.CancellationToken, "/no-access?x=1");

        Assert.Equal(new Uri(host.Address, "/no-access?x=1"), client.LandedOn);
    }

    [Fact]
    public async Task Page_WithoutSession_ReturnsToItselfAfterSignIn()
    {
        using var client = host.NewClient(followRedirects: false);

        var answer = await client.GetAsync("/inventory?position=Outside", TestContext.Current.CancellationToken);

        Assert.Equal("/signin?returnUrl=%2Finventory%3Fposition%3DOutside", answer.Headers.Location?.PathAndQuery);
    }
}
