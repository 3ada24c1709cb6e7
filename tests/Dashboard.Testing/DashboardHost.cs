using Dashboard.Core;
using Dashboard.Testing.SqlServer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Testing;

/// <summary>
/// The whole dashboard as <c>dotnet run</c> starts it, on a free port of this computer, with its own database and data folder, which are
/// deleted with the host. It uses real Kestrel, so that browsers and the back channel of the sign-in can reach it.
/// </summary>
public sealed class DashboardHost : WebApplicationFactory<Program>
{
    private readonly string data = Directory.CreateTempSubdirectory("dashboard-test-").FullName;
    private readonly Dictionary<string, string> settings;
    private readonly TimeProvider? time;
    private readonly ITestDatabase database;
    private readonly bool ownsDatabase;

    public DashboardHost()
        : this([])
    {
    }

    private DashboardHost(Dictionary<string, string> settings, TimeProvider? time = null, ITestDatabase? database = null)
    {
        (this.settings, this.time) = (settings, time);
        (this.database, ownsDatabase) = (database ?? ITestDatabase.Open(), database is null);
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress;
    }

    public Uri Address { get; }

    /// <summary>Where this host keeps its files.</summary>
    public string DataFolder => data;

    /// <param name="settings">Settings that override the Development configuration, such as <c>Demo:Programme</c> = <c>true</c> for the
    /// filled demo.</param>
    /// <param name="time">The application's clock, if the test sets it.</param>
    /// <param name="database">A database that outlives this host; by default the host has its own.</param>
    public static DashboardHost With(Dictionary<string, string> settings, TimeProvider? time = null, ITestDatabase? database = null) =>
        new(settings, time, database);

    /// <summary>A client that behaves like a browser: it keeps cookies and follows redirects, unless told not to.</summary>
    public HttpClient NewClient(bool followRedirects = true) =>
        new(new HttpClientHandler { AllowAutoRedirect = followRedirects }) { BaseAddress = Address };

    /// <summary>A client that has signed in as a demo person through the real flow. It does not follow redirects after that.</summary>
    /// <param name="subject">The <c>sub</c> of one of <c>DemoPeople</c>.</param>
    public async Task<SignedInClient> SignInAsync(string subject, CancellationToken cancellationToken) =>
        await SignedInClient.SignInAsync(Address, subject, cancellationToken);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseContentRoot(Path.Combine(RepositoryFolder.Path, "src", "Dashboard.Web"));
        builder.UseSetting("Storage:Folder", data);
        builder.UseSetting("Demo:Programme", "false");
        builder.UseSetting("Identity:SignInRequestsPerMinute", "100000");
        foreach (var (key, value) in database.Settings.Concat(settings))
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.ConfigureDbContext<DashboardContext>(options => SqlServerMirror.Shared?.Watch(options));
            if (time is not null)
                services.AddSingleton(time);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (ownsDatabase)
            database.Dispose();
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
    }
}
