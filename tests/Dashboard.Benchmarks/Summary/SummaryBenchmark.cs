using System.Diagnostics;
using Dashboard.Core;
using Dashboard.Testing;
using Dashboard.Web.Features.Migration;
using Dashboard.Web.Features.Summary;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Benchmarks.Summary;

/// <summary>
/// Server time of the summary and the migration pages: whole handlers, including authorization. For comparison, the physical limit of the
/// summary: a bare prepared sum over the same rollups. The processor time (mean per request, including garbage collection) shows the cost even
/// if other programs keep the machine busy.
/// </summary>
internal static class SummaryBenchmark
{
    private const int Requests = 200;

    /// <summary>A real server has run for days. The runtime needs some seconds to find and recompile the code that runs often.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(12);

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var database = new SqliteTestDatabase();
        var member = await new LargeProgramme(database, now).FillAsync(cancellationToken);
        var programme = Options.Create(new ProgrammeSettings { Name = "Benchmark", OversightCountry = "US" });
        var clock = new SetClock(now);
        var access = new MemberAccess(
            new MemberDirectory(database, clock), new RefusalRecord(database, programme, clock), new RequestPrincipal { User = MemberPrincipal.For(member, "US", null) }, new NoCircuit(), programme);
        var summary = new GetSummary(database, access, programme, clock);
        var waves = new ListWaves(database, access, programme, clock);
        var datasets = new ListDatasets(database, access, programme, clock);

        Console.WriteLine($"Server time in ms over {Requests} requests: {LargeProgramme.Rollups:N0} rollups, {LargeProgramme.Datasets:N0} datasets, {LargeProgramme.Changes:N0} changes this week");
        Console.WriteLine($"{"",-28}{"p50",9}{"p95",8}{"cpu",9}");
        await PrintAsync("summary", () => AnswerAsync(summary.HandleAsync(cancellationToken)));
        await PrintAsync("migration", () => AnswerAsync(waves.HandleAsync(cancellationToken)));
        await PrintAsync("datasets, first page", () => AnswerAsync(datasets.HandleAsync(new(new()), cancellationToken)));
        await PrintAsync("datasets, deep page", () => AnswerAsync(datasets.HandleAsync(new(new(), After: new("Dataset 77777", 1)), cancellationToken)));
        await PrintAsync("datasets of a wave", () => AnswerAsync(datasets.HandleAsync(new(new(WaveId: 3)), cancellationToken)));
        await PrintAsync("datasets, rare text", () => AnswerAsync(datasets.HandleAsync(new(new(Text: "data:99999")), cancellationToken)));
        await PrintAsync("bare sum over the rollups", () => BareSumAsync(database, cancellationToken));
    }

    private static async Task AnswerAsync<T>(Task<Result<T>> handling) => _ = (await handling).Value;

    private static async Task PrintAsync(string name, Func<Task> ask)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < WarmUp;)
            await ask();
        var samples = new List<TimeSpan>(Requests);
        using var process = Process.GetCurrentProcess();
        var cpuBefore = process.TotalProcessorTime;
        for (var request = 0; request < Requests; request++)
        {
            var start = Stopwatch.GetTimestamp();
            await ask();
            samples.Add(Stopwatch.GetElapsedTime(start));
        }

        process.Refresh();
        Console.WriteLine($"{name,-28}  {Percentiles.Of(samples)} {(process.TotalProcessorTime - cpuBefore).TotalMilliseconds / Requests,8:0.00}");
    }

    private static async Task BareSumAsync(SqliteTestDatabase database, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT SUM(Copies), SUM(Bytes) FROM CopyRollups";
        await command.ExecuteScalarAsync(cancellationToken);
    }

    private sealed class NoCircuit : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => throw new InvalidOperationException("The benchmark has no circuit.");
    }
}
