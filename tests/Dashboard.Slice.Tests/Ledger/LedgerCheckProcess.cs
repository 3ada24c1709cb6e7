using System.Diagnostics;
using System.Text;
using Dashboard.Ledger;

namespace Dashboard.Slice.Tests.Ledger;

/// <summary>Runs ledger-check on files, as auditors do.</summary>
internal static class LedgerCheckProcess
{
    /// <returns>The exit code, and the first line of standard error.</returns>
    public static async Task<(int Exit, string FirstError)> RunAsync(byte[] journal, NoteKey? key, string? earlier, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("dashboard-ledger-check-").FullName;
        try
        {
            List<string> arguments = [Path.Combine(AppContext.BaseDirectory, "ledger-check.dll"), "journal", Path.Combine(folder, "journal.ndjson")];
            await File.WriteAllBytesAsync(arguments[^1], journal, stop);
            if (key is not null)
                arguments.AddRange(["--key", key.ToString()]);
            if (earlier is not null)
            {
                arguments.AddRange(["--earlier", Path.Combine(folder, "earlier.txt")]);
                await File.WriteAllTextAsync(arguments[^1], earlier, stop);
            }

            return await RunAsync(arguments, stop);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(int Exit, string FirstError)> RunAsync(List<string> arguments, CancellationToken stop)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(stop);
        var error = await process.StandardError.ReadToEndAsync(stop);
        await output;
        await process.WaitForExitAsync(stop);
        return (process.ExitCode, error.Split('\n')[0].TrimEnd());
    }
}
