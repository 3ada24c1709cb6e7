using Dashboard.Testing;

namespace Dashboard.Slice.Tests.Security;

[Collection(nameof(RunningDashboard))]
public sealed class HealthTests(DashboardHost host)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_OfARunningDashboard_IsHealthyWithoutSignIn(string path)
    {
        using var client = host.NewClient(followRedirects: false);

        Assert.Equal("Healthy", await client.GetStringAsync(path, TestContext.Current.CancellationToken));
    }
}
