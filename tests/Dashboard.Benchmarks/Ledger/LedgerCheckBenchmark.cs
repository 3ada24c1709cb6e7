using System.Diagnostics;
using System.Security.Cryptography;

namespace Dashboard.Benchmarks.Ledger;

/// <summary>
/// Verifies a journal with ledger-check, as the process that an auditor runs. For comparison, the physical limit: SHA-256 of the same bytes on
/// one thread from memory. The verifier also reads the file, parses every entry, hashes each twice (leaf and tree) and checks signatures, so
/// its CPU time is printed too.
/// </summary>
internal static class LedgerCheckBenchmark
{
    private const int CheckpointEvery = 1000;
    private const int Rounds = 3;

    /// <summary>Runs the given published program, or the one that was built with this benchmark.</summary>
    public static async Task RunAsync(int entries, string? program)
    {
        var folder = Directory.CreateTempSubdirectory("ledger-benchmark").FullName;
        try
        {
            var file = Path.Combine(folder, "journal");
            var key = SyntheticJournal.Write(file, entries, CheckpointEvery);
            var megabytes = new FileInfo(file).Length / 1e6;
            Console.WriteLine($"{entries:N0} entries, a checkpoint every {CheckpointEvery:N0}, {megabytes:N0} MB, {Environment.ProcessorCount} cores; best of {Rounds}");
            var (raw, check) = (double.MaxValue, new Run(double.MaxValue, TimeSpan.Zero, 0));
            for (var round = 0; round < Rounds; round++)
            {
                raw = Math.Min(raw, Raw(file));
                var next = await CheckAsync(program, file, key.ToString());
                if (next.Seconds < check.Seconds) check = next;
            }

            Console.WriteLine($"{"",-34}{"seconds",10}{"MB/s",10}{"entries/s",14}");
            Line("SHA-256, one thread, from memory", raw, megabytes, entries);
            Line("ledger-check, whole process", check.Seconds, megabytes, entries);
            Console.WriteLine($"{"share of the SHA-256 rate",-34}{raw / check.Seconds,10:P0}");
            Console.WriteLine($"{"SHA-256, CPU per entry",-34}{raw * 1e6 / entries,10:N2} µs");
            Console.WriteLine($"{"ledger-check, CPU per entry",-34}{check.Cpu.TotalMicroseconds / entries,10:N2} µs");
            Console.WriteLine($"{"ledger-check, peak working set",-34}{check.Peak / 1e6,10:N0} MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Line(string what, double seconds, double megabytes, int entries) =>
        Console.WriteLine($"{what,-34}{seconds,10:N2}{megabytes / seconds,10:N0}{entries / seconds,14:N0}");

    private static double Raw(string file)
    {
        var chunk = new byte[1 << 20];
        var watch = new Stopwatch();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var stream = File.OpenRead(file);
        while (stream.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false) is var length and > 0)
        {
            watch.Start();
            hash.AppendData(chunk, 0, length);
            watch.Stop();
        }

        hash.GetHashAndReset();
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<Run> CheckAsync(string? program, string file, string key)
    {
        string[] built = program is null ? [Path.Combine(AppContext.BaseDirectory, "ledger-check.dll")] : [];
        var start = new ProcessStartInfo(program ?? "dotnet", [.. built, "journal", file, "--key", key])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var exit = process.WaitForExitAsync();
        var used = (Cpu: TimeSpan.Zero, Peak: 0L);
        while (await Task.WhenAny(exit, Task.Delay(10)) != exit)
        {
            // A process that is exiting uses nothing.
            if (UsedBy(process) is var (cpu, peak)) used = (cpu > used.Cpu ? cpu : used.Cpu, Math.Max(peak, used.Peak));
        }

        var seconds = watch.Elapsed.TotalSeconds;
        if (process.ExitCode != 0) throw new InvalidOperationException($"ledger-check did not verify the journal: {await output}");
        return new(seconds, used.Cpu, used.Peak);
    }

    /// <summary>CPU time and peak memory of a process so far; null if it has exited.</summary>
    private static (TimeSpan Cpu, long Peak)? UsedBy(Process process)
    {
        try
        {
            process.Refresh();
            return (process.TotalProcessorTime, process.PeakWorkingSet64);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private readonly record struct Run(double Seconds, TimeSpan Cpu, long Peak);
}
