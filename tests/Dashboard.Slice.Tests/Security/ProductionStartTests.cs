using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Dashboard.DemoIdentity;
using Dashboard.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Dashboard.Slice.Tests.Security;

/// <summary>Starts the built dashboard as a process of its own, in the environment Production.</summary>
public sealed class ProductionStartTests : IDisposable
{
    private static readonly string BuiltDashboard = typeof(Program).Assembly.Location;

    private readonly string folder = Directory.CreateTempSubdirectory("dashboard-test-").FullName;

    [Fact]
    public async Task Start_WithoutSettings_ListsAllThatAreMissingAndExitsNonZero()
    {
        using var process = Start([]);

        var told = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, process.ExitCode);
        Assert.All(
            ["Programme:Name", "Storage:Folder", "Database:Provider", "Database:ConnectionString", "Identity:Authority", "Identity:ClientId", "Identity:ClientSecret", "Identity:Roles"],
            setting => Assert.Contains($"  - {setting} is missing", told));
        Assert.DoesNotContain("   at ", told);
    }

    [Fact]
    public async Task Start_WithWrongSettings_NamesEachWithItsValue()
    {
        using var process = Start(Settings([
            ("Programme__OversightCountry", "usa"), ("Database__Provider", "Oracle"), ("Identity__Authority", "http://login.example.com"),
            ("Identity__Roles__admins", "King")]));

        var told = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, process.ExitCode);
        Assert.All(["\"usa\"", "\"Oracle\"", "\"http://login.example.com\"", "\"King\""], value => Assert.Contains(value, told));
    }

    [Fact]
    public async Task Start_WithSettings_ServesWithoutDemoIdentityOrDemoData()
    {
        var port = FreePort();
        using var process = Start(Settings([("ASPNETCORE_URLS", $"http://127.0.0.1:{port}")]));
        try
        {
            await UntilReadyAsync(process);
            using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new($"http://127.0.0.1:{port}") };

            Assert.Equal("Healthy", await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
            var provider = await client.GetAsync("/demo-identity/.well-known/openid-configuration", TestContext.Current.CancellationToken);
            Assert.StartsWith("/signin", provider.Headers.Location?.PathAndQuery);
            var page = await client.GetAsync("/", TestContext.Current.CancellationToken);
            Assert.Contains("form-action 'self' https://login.invalid;", page.Headers.GetValues("Content-Security-Policy").Single());
            var signIn = await client.GetAsync("/signin", TestContext.Current.CancellationToken);
            Assert.Equal("/signin-failed?reason=Unreachable", signIn.Headers.Location?.OriginalString);
            Assert.Equal(["dashboard.db", "dashboard.db-shm", "dashboard.db-wal", "inbox"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order());
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Start_BehindAProxyWithTls_SetsHstsAndCookiesThatNoOtherHostCanSet()
    {
        var port = FreePort();
        using var process = Start(Settings([("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"), ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true")]));
        try
        {
            await UntilReadyAsync(process);
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
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void DemoIdentity_OutsideDevelopment_Throws(string environment) =>
        Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddDemoIdentity(
            new Elsewhere { EnvironmentName = environment }, new DemoIdentityOptions(folder, "Test", "US")));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Process Start(IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet", [BuiltDashboard])
        {
            WorkingDirectory = Path.Combine(RepositoryFolder.Path, "src", "Dashboard.Web"),
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>All that a production start needs, and then what the test wants otherwise.</summary>
    private IEnumerable<(string Name, string Value)> Settings((string Name, string Value)[] others) =>
    [
        ("Programme__Name", "Test"), ("Storage__Folder", folder), ("Database__Provider", "Sqlite"), ("Identity__Authority", "https://login.invalid"),
        ("Identity__ClientId", "dashboard"), ("Identity__ClientSecret", "only a test"), ("Identity__Roles__admins", "Administrator"), .. others,
    ];

    private static async Task UntilReadyAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("The dashboard is ready", StringComparison.Ordinal))
                return;
        }

        Assert.Fail(await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

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
