using System.Collections.Concurrent;
using System.Net;
using Dashboard.Core;
using Dashboard.DemoIdentity;
using Dashboard.Testing;
using Dashboard.Web.Features.Ledger.Signing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Browser.Tests.Setting;

/// <summary>A dashboard with the demo programme, and the sessions of the people who signed in.</summary>
public sealed class RunningDemo : IDisposable
{
    private readonly ConcurrentDictionary<string, Task<Microsoft.Playwright.Cookie[]>> sessions = new(StringComparer.Ordinal);
    private readonly string folder;
    private readonly DashboardHost host;

    private RunningDemo(string folder, Dictionary<string, string> settings, TimeProvider? time) =>
        (this.folder, host) = (folder, Host(folder, fill: false, settings, time));

    public Uri Address => host.Address;

    /// <summary>Creates a data folder filled with the demo programme.</summary>
    public static string Fill()
    {
        var data = Directory.CreateTempSubdirectory("dashboard-demo-").FullName;
        Host(data, fill: true, []).Dispose();
        SqliteConnection.ClearAllPools(); // The last connection writes everything into the file that is copied.
        return data;
    }

    /// <param name="settings">Overrides the Development configuration.</param>
    /// <param name="time">The product's clock, if the journey sets it.</param>
    public static RunningDemo StartOnCopyOf(string filled, Dictionary<string, string>? settings = null, TimeProvider? time = null)
    {
        var data = Directory.CreateTempSubdirectory("dashboard-demo-").FullName;
        foreach (var file in Directory.EnumerateFiles(filled, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(data, Path.GetRelativePath(filled, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return new(data, settings ?? [], time);
    }

    /// <summary>The cookies of a person who is signed in. Only the sign-in journeys use the sign-in pages.</summary>
    public Task<Microsoft.Playwright.Cookie[]> SessionOfAsync(string person, CancellationToken cancellationToken) =>
        sessions.GetOrAdd(person, name => SignInAsync(name, cancellationToken));

    /// <summary>Signs the ledger now. Otherwise the job would sign it within a minute.</summary>
    /// <returns>The number of entries.</returns>
    public async Task<long> SignLedgerAsync(CancellationToken cancellationToken) =>
        (await host.Services.GetRequiredService<LedgerSigner>().SignAsync(cancellationToken))!.Size;

    /// <summary>Changes a row as someone with access to the database could, without the dashboard.</summary>
    public async Task TamperAsync(string sql, CancellationToken cancellationToken)
    {
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<DashboardContext>>().CreateDbContextAsync(cancellationToken);
        Assert.Equal(1, await context.Database.ExecuteSqlRawAsync(sql, cancellationToken));
    }

    /// <summary>Reads the database, for a journey that must write the file that a source would send next.</summary>
    public async Task<T> ReadAsync<T>(Func<DashboardContext, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<DashboardContext>>().CreateDbContextAsync(cancellationToken);
        return await read(context);
    }

    public void Dispose()
    {
        host.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static DashboardHost Host(string folder, bool fill, Dictionary<string, string> settings, TimeProvider? time = null) => DashboardHost.With(
        new(settings, StringComparer.Ordinal)
        {
            ["Storage:Folder"] = folder,
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(folder, "dashboard.db")};Default Timeout=30",
            ["Demo:Programme"] = fill ? "true" : "false",
        },
        time);

    private async Task<Microsoft.Playwright.Cookie[]> SignInAsync(string person, CancellationToken cancellationToken)
    {
        using var client = await host.SignInAsync(DemoPeople.All.Single(known => known.Name == person).Subject, cancellationToken);
        return
        [
            .. client.Cookies.GetAllCookies().Cast<Cookie>().Select(cookie => new Microsoft.Playwright.Cookie
            {
                Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path, HttpOnly = cookie.HttpOnly,
            }),
        ];
    }
}
