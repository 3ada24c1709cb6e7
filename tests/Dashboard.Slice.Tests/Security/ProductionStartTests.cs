using System.Net;
using System.Net.Sockets;
using Dashboard.DemoIdentity;
using Dashboard.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Dashboard.Slice.Tests.Security;

/// <summary>Starts the built dashboard in its own process, in the Production environment.</summary>
public sealed class ProductionStartTests : IDisposable
{
    private readonly ITestDatabase database = ITestDatabase.Open();
    private readonly string folder = Directory.CreateTempSubdirectory("dashboard-test-").FullName;

    [Fact]
    public async Task Start_WithoutSettings_ListsAllMissingOnesAndExitsNonZero()
    {
        await using var process = DashboardProcess.Start([]);

        var errors = await process.ErrorsUntilExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, process.ExitCode);
        Assert.All(
            ["Programme:Name", "Storage:Folder", "Database:Provider", "Database:ConnectionString", "Identity:Authority", "Identity:ClientId", "Identity:ClientSecret", "Identity:Roles", "Ledger:Origin", "Ledger:KeyFile or Ledger:Key"],
            setting => Assert.Contains($"  - {setting} is missing", errors));
        Assert.DoesNotContain("   at ", errors);
    }

    [Fact]
    public async Task Start_WithWrongSettings_NamesEachWithItsValue()
    {
        await using var process = DashboardProcess.Start(Settings([
            ("Programme__OversightCountry", "usa"), ("Database__Provider", "Oracle"), ("Identity__Authority", "http://login.example.com"),
            ("Identity__Roles__admins", "King"), ("Database__MaxBatchSize", "0")]));

        var errors = await process.ErrorsUntilExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, process.ExitCode);
        Assert.All(["\"usa\"", "\"Oracle\"", "\"http://login.example.com\"", "\"King\"", "MaxBatchSize is 0"], value => Assert.Contains(value, errors));
    }

    [Fact]
    public async Task Start_WithSettings_ServesWithoutDemoIdentityOrDemoData()
    {
        var port = FreePort();
        await using var process = DashboardProcess.Start(Settings([("ASPNETCORE_URLS", $"http://127.0.0.1:{port}")]));
        await process.UntilReadyAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new($"http://127.0.0.1:{port}") };

        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
        var provider = await client.GetAsync("/demo-identity/.well-known/openid-configuration", TestContext.Current.CancellationToken);
        Assert.StartsWith("/signin", provider.Headers.Location?.PathAndQuery);
        var page = await client.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Contains("form-action 'self' https://login.invalid;", page.Headers.GetValues("Content-Security-Policy").Single());
        var signIn = await client.GetAsync("/signin", TestContext.Current.CancellationToken);
        Assert.Equal("/signin-failed?reason=Unreachable", signIn.Headers.Location?.OriginalString);
        Assert.Equal(["inbox", "ledger-checkpoint.txt", "protection.key"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order());
    }

    [SqliteFact("Its default file is in the storage folder.")]
    public async Task Start_OnSqliteWithoutAConnectionString_CreatesItsFileInTheStorageFolder()
    {
        await using var process = DashboardProcess.Start(Settings([("Database__ConnectionString", "")]));
        await process.UntilReadyAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["dashboard.db", "dashboard.db-shm", "dashboard.db-wal"], Directory.EnumerateFiles(folder, "dashboard.*").Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Start_BehindAProxyWithTls_SetsHstsAndHostPrefixedCookies()
    {
        var port = FreePort();
        await using var process = DashboardProcess.Start(Settings([("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"), ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true")]));
        await process.UntilReadyAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        client.DefaultRequestHeaders.Host = "dashboard.example.com";
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var page = await client.GetAsync("/signin-failed?reason=Suspended", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.StartsWith("max-age=", page.Headers.GetValues("Strict-Transport-Security").Single());
        var cookie = page.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-antiforgery=", cookie);
        Assert.Contains("; path=/; secure; samesite=strict; httponly", cookie);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void DemoIdentity_OutsideDevelopment_Throws(string environment) =>
        Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddDemoIdentity(
            new Elsewhere { EnvironmentName = environment }, new DemoIdentityOptions(folder, "Test", "US")));

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The settings that a production start needs, then those of the test.</summary>
    private IEnumerable<(string Name, string Value)> Settings((string Name, string Value)[] others) =>
        DashboardProcess.Settings(folder, database).Concat(others);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Elsewhere : IHostEnvironment
    {
        public required string EnvironmentName { get; set; }

        public string ApplicationName { get; set; } = "Dashboard.Web";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
