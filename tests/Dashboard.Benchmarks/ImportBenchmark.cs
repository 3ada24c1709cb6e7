using System.Diagnostics;
using System.Text;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Sqlite;
using Dashboard.Testing;
using Dashboard.Web.Features.Imports.Run;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Benchmarks;

/// <summary>
/// Imports one inventory of a million rows as a user's file, and for comparison loads the same file with <c>sqlite3 .import</c> into a table
/// with indexes of the same shape (region takes the place of the rollup, created_at of first seen). Ours also validates every row, reconciles,
/// counts rollups, derives every dataset's stage and writes history.
/// </summary>
internal static class ImportBenchmark
{
    private const int Datasets = 10_000;

    public static async Task RunAsync(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("import-benchmark").FullName;
        try
        {
            var file = Path.Combine(folder, "inventory.csv");
            WriteInventory(file, rows);
            Console.WriteLine($"{rows:N0} rows, {new FileInfo(file).Length / 1e6:N0} MB of CSV");
            var ours = await OursAsync(folder, file, rows);
            var again = ours.Again;
            Console.WriteLine($"{"",-34}{"seconds",10}{"rows/s",12}");
            Line("dashboard, preview (read+compare)", ours.Preview, rows);
            Line("dashboard, apply (read+reconcile)", ours.Apply, rows);
            Line("dashboard, same file again", again, rows);
            Console.WriteLine($"{"dashboard, peak working set",-34}{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6,10:N0} MB");
            if (await PeerAsync(folder, file) is { } peer)
            {
                Line("sqlite3 .import, same indexes", peer, rows);
                Console.WriteLine($"{"apply as a share of the peer's rate",-34}{peer / ours.Apply,12:P0}");
            }
            else
            {
                Console.WriteLine("sqlite3 is not installed, so there is no comparison (Debian package sqlite3).");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Line(string what, double seconds, int rows) => Console.WriteLine($"{what,-34}{seconds,10:N1}{rows / seconds,12:N0}");

    private static async Task<(double Preview, double Apply, double Again)> OursAsync(string folder, string file, int rows)
    {
        var connection = SqliteDatabase.ConnectionStringFor(Path.Combine(folder, "dashboard.db"));
        var contexts = new Contexts(connection);
        await using (var context = contexts.CreateDbContext().Arranging())
        {
            await context.Database.MigrateAsync();
            await ReferenceRows.EnsureAsync(context, default);
            context.Sources.Add(Source.Create("benchmark", "Benchmark", SourceKind.Inventory, 24, null, isComplete: true).Value);
            foreach (var classification in context.Classifications.ToList())
                context.BoundaryRules.Add(BoundaryRule.Create("Oracle", "US", classification.Id, new(2020, 1, 1), null, "Benchmark").Value);
            await context.SaveChangesAsync();
        }

        var store = new ImportStore(Path.Combine(folder, "uploads"));
        var runner = new ImportRunner(contexts, new SqliteStaging(), store, TimeProvider.System);
        var first = await ReceiveAsync(contexts, store, file);
        var preview = await TimeAsync(() => runner.PreviewAsync(first, new(0, 0), default));
        await ConfirmAsync(contexts, first);
        var apply = await TimeAsync(() => runner.ApplyAsync(first, new(0, 0), default));
        await using (var context = contexts.CreateDbContext())
        {
            var import = await context.Imports.SingleAsync();
            if (import.State is not ImportState.Applied || import.Counts.New != rows || await context.Copies.LongCountAsync() != rows)
                throw new InvalidOperationException($"The import did not do its work: {import.State}, {import.Counts}, {import.Refusal}");
        }

        var second = await ReceiveAsync(contexts, store, file);
        await runner.PreviewAsync(second, new(0, 0), default);
        await ConfirmAsync(contexts, second);
        var again = await TimeAsync(() => runner.ApplyAsync(second, new(0, 0), default));
        return (preview, apply, again);
    }

    private static async Task<long> ReceiveAsync(Contexts contexts, ImportStore store, string file)
    {
        var importFolder = store.NewFolder();
        await using var content = File.OpenRead(file);
        var stored = await store.AddAsync(importFolder, "inventory.csv", content, long.MaxValue, default);
        await using var context = contexts.CreateDbContext();
        var source = await context.Sources.SingleAsync();
        var now = TimeProvider.System.GetUtcNow();
        var import = Import.Receive(source, [stored], stored.Sha256, importFolder, isComplete: true, now, "Benchmark", isUnattended: false, now);
        context.Imports.Add(import);
        await context.SaveChangesAsync();
        return import.Id;
    }

    private static async Task ConfirmAsync(Contexts contexts, long importId)
    {
        await using var context = contexts.CreateDbContext();
        var import = await context.Imports.SingleAsync(i => i.Id == importId);
        if (import.Confirm().Refusal is { } refusal)
            throw new InvalidOperationException($"{refusal.Message} {import.Refusal}");
        await context.SaveChangesAsync();
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<double?> PeerAsync(string folder, string file)
    {
        var database = Path.Combine(folder, "peer.db");
        var script = $"""
            PRAGMA journal_mode=WAL;
            PRAGMA synchronous=FULL;
            PRAGMA cache_size=-65536;
            CREATE TABLE Copies (resource_id TEXT NOT NULL, dataset TEXT NOT NULL, operator TEXT NOT NULL, country TEXT NOT NULL, region TEXT NOT NULL,
                role TEXT NOT NULL, bytes INTEGER NOT NULL, records INTEGER, fingerprint TEXT, retain_until TEXT, created_at TEXT);
            CREATE UNIQUE INDEX a ON Copies (resource_id, operator);
            CREATE INDEX b ON Copies (bytes);
            CREATE INDEX c ON Copies (created_at);
            CREATE INDEX d ON Copies (region, resource_id, operator);
            CREATE INDEX e ON Copies (region, bytes);
            CREATE INDEX f ON Copies (region, created_at);
            CREATE INDEX g ON Copies (dataset, resource_id, operator, region);
            CREATE INDEX h ON Copies (dataset, bytes, region);
            CREATE INDEX i ON Copies (dataset, created_at, region);
            .mode csv
            .import --skip 1 "{file}" Copies
            """;
        var start = new ProcessStartInfo("sqlite3", [database]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        try
        {
            var watch = Stopwatch.StartNew();
            using var peer = Process.Start(start)!;
            await peer.StandardInput.WriteAsync(script);
            peer.StandardInput.Close();
            await peer.StandardOutput.ReadToEndAsync();
            await peer.WaitForExitAsync();
            return peer.ExitCode == 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"sqlite3 ended with {peer.ExitCode}.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static void WriteInventory(string path, int rows)
    {
        string[] places = ["Company,US,virginia", "Company,SG,singapore", "Oracle,US,us-ashburn-1", "Oracle,US,us-phoenix-1"];
        string[] roles = ["primary", "replica", "backup", "backup", "archive"];
        var random = new Random(7);
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        file.WriteLine("resource_id,dataset,operator,country,region,role,bytes,records,fingerprint,retain_until,created_at");
        for (var row = 0; row < rows; row++)
        {
            var dataset = random.Next(Datasets);
            file.WriteLine($"store-{dataset % 97}/volume-{dataset}/part-{row:D8},urn:dataset:benchmark-{dataset},{places[random.Next(places.Length)]},{roles[random.Next(roles.Length)]},{random.NextInt64(1, 1L << 40)},{random.Next(1_000_000)},sha256:{random.NextInt64():x16},,2025-{random.Next(1, 13):D2}-{random.Next(1, 29):D2}T08:30:00Z");
        }
    }

    private sealed class Contexts(string connection) : IDbContextFactory<DashboardContext>
    {
        public DashboardContext CreateDbContext() => SqliteDatabase.Open(connection);
    }
}
