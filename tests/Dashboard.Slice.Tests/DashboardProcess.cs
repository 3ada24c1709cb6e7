using System.Diagnostics;
using Dashboard.Ledger;
using Dashboard.Testing;

namespace Dashboard.Slice.Tests;

/// <summary>The built dashboard in its own process, in the Production environment. Tests can kill it.</summary>
internal sealed class DashboardProcess : IAsyncDisposable
{
    /// <summary>The key of every ledger that these processes write. A restarted process must find the same key.</summary>
    private static readonly string LedgerKey = NoteSigner.Generate("test.example/ledger").ToPem();

    private static readonly string Built = typeof(Program).Assembly.Location;

    private readonly Process process;

    private DashboardProcess(Process process) => this.process = process;

    public int ExitCode => process.ExitCode;

    public bool HasExited => process.HasExited;

    /// <summary>The settings that a production start needs.</summary>
    public static IEnumerable<(string Name, string Value)> Settings(string folder, ITestDatabase database) =>
    [
        ("Programme__Name", "Test"), ("Storage__Folder", folder), ("Identity__Authority", "https://login.invalid"),
        ("Identity__ClientId", "dashboard"), ("Identity__ClientSecret", "only a test"), ("Identity__Roles__admins", "Administrator"),
        ("Ledger__Origin", "test.example/ledger"), ("Ledger__Key", LedgerKey),
        .. database.Settings.Select(setting => (setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value)),
    ];

    public static DashboardProcess Start(IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Built])
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
        return new(Process.Start(start)!);
    }

    public async Task UntilReadyAsync(CancellationToken cancellationToken)
    {
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("The dashboard is ready", StringComparison.Ordinal))
                return;
        }

        Assert.Fail(await process.StandardError.ReadToEndAsync(cancellationToken));
    }

    /// <summary>The error output until the process exits.</summary>
    public async Task<string> ErrorsUntilExitAsync(CancellationToken cancellationToken)
    {
        var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return errors;
    }

    /// <summary>Kills the process, as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    /// <inheritdoc cref="KillAsync"/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }
}
