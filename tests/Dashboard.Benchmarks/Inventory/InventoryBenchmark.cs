using System.Diagnostics;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Sqlite;
using Dashboard.Web.Features.Inventory;
using Dashboard.Web.Features.Inventory.List;
using Dashboard.Web.Features.Inventory.Query;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Benchmarks.Inventory;

/// <summary>
/// Measures the server time of an inventory page: the whole handler, including authorization and totals. For each filter and sort key, it
/// requests several filter values, both directions, and first and second pages. For comparison, it measures the physical limit: a prepared
/// select of the same number of rows by primary key from the same file.
/// </summary>
internal static class InventoryBenchmark
{
    private const int Requests = 200;

    /// <summary>The runtime needs some seconds to find and recompile hot code. A real server has been running for days.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    /// <param name="sizes">Numbers of copies.</param>
    /// <param name="only">Part of the names of the filters to measure; empty for all.</param>
    /// <param name="cancellationToken">Stops the benchmark.</param>
    public static async Task RunAsync(int[] sizes, string only, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("dashboard-benchmark-");
        try
        {
            var inventories = new List<Inventory>();
            foreach (var size in sizes)
                inventories.Add(await OpenAsync(Path.Combine(folder.FullName, $"{size}.db"), size, only, cancellationToken));
            await PrintAsync(inventories, cancellationToken);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Inventory> OpenAsync(string path, int size, string only, CancellationToken cancellationToken)
    {
        var file = await new SyntheticInventory(path, size).CreateAsync(cancellationToken);
        var contexts = new Contexts(file.ConnectionString);
        var rows = (await FiltersAsync(contexts, cancellationToken)).Where(row => row.Name.Contains(only, StringComparison.Ordinal)).ToArray();
        return new(size, file.ConnectionString, await HandlerAsync(contexts, cancellationToken), rows);
    }

    /// <summary>Alternates between the inventories, so that other work on the machine slows them all equally.</summary>
    private static async Task PrintAsync(List<Inventory> inventories, CancellationToken cancellationToken)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < inventories.Count * WarmUp;)
        {
            foreach (var inventory in inventories)
            {
                foreach (var (_, filters) in inventory.Rows)
                    await MeasureAsync(inventory.Handler, filters, CopySortKey.Bytes, [], cancellationToken);
            }
        }

        var (least, most) = (inventories[0].Size, inventories[^1].Size);
        Console.WriteLine($"Page of {ListCopies.PageSize} copies, server time in ms over {Requests} requests");
        Console.WriteLine($"{"",-46}{string.Concat(inventories.Select(inventory => $"{inventory.Size,17:N0}"))}   p95 {most:N0} / {least:N0}");
        Console.WriteLine($"{"",-46}{string.Concat(inventories.Select(_ => $"{"p50",9}{"p95",8}"))}");
        for (var row = 0; row < inventories[0].Rows.Length; row++)
        {
            foreach (var key in Enum.GetValues<CopySortKey>())
            {
                var samples = inventories.ConvertAll(_ => new List<TimeSpan>());
                while (samples.Exists(taken => taken.Count < Requests))
                {
                    foreach (var (inventory, taken) in inventories.Zip(samples))
                        await MeasureAsync(inventory.Handler, inventory.Rows[row].Filters, key, taken, cancellationToken);
                }

                Print($"{inventories[0].Rows[row].Name}, by {key.ToString().ToLowerInvariant()}", samples.ConvertAll(Percentiles.Of));
            }
        }

        Print("bare select by key", inventories.ConvertAll(inventory => BareSelect(inventory.ConnectionString)));

        static void Print(string name, List<Percentiles> columns) =>
            Console.WriteLine($"{name,-46}{string.Concat(columns.Select(column => $"  {column}"))}   {columns[^1].P95 / columns[0].P95,6:0.00}");
    }

    /// <summary>Requests the first two pages of each filter once, in both directions.</summary>
    private static async Task MeasureAsync(ListCopies handler, FilterTerm[][] filters, CopySortKey key, List<TimeSpan> samples, CancellationToken cancellationToken)
    {
        foreach (var terms in filters)
        {
            foreach (var descending in new[] { true, false })
            {
                string? after = null;
                for (var page = 0; page < 2; page++)
                {
                    var request = new ListCopiesRequest(new CopyFilter(terms), new(key, descending), after);
                    var clock = Stopwatch.GetTimestamp();
                    var list = (await handler.HandleAsync(request, cancellationToken)).Value;
                    samples.Add(Stopwatch.GetElapsedTime(clock));
                    after = list.Next;
                    if (after is null)
                        break;
                }
            }
        }
    }

    private static async Task<List<(string Name, FilterTerm[][] Filters)>> FiltersAsync(Contexts contexts, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var locations = await context.Locations.AsNoTracking().ToListAsync(cancellationToken);
        var owners = await context.Datasets.Select(dataset => dataset.Owner!).Distinct().OrderBy(owner => owner).Take(6).ToListAsync(cancellationToken);
        var systems = await context.Systems.Select(system => system.Id).ToListAsync(cancellationToken);
        var dataset = await context.Datasets.OrderBy(dataset => dataset.Id).Select(dataset => dataset.Id).FirstAsync(cancellationToken);
        var (oracle, backup) = (new FilterTerm(FilterKey.Operator, "Oracle"), new FilterTerm(FilterKey.Role, nameof(CopyRole.Backup)));
        return
        [
            ("no filter", [[]]),
            Each(FilterKey.Position, Enum.GetNames<Position>()),
            Each(FilterKey.Location, locations.Select(location => $"{location.Id}")),
            Each(FilterKey.Operator, locations.Select(location => location.Operator!).Distinct()),
            Each(FilterKey.Country, locations.Select(location => location.Country ?? FilterKey.Unknown).Distinct()),
            Each(FilterKey.Role, Enum.GetNames<CopyRole>()),
            Each(FilterKey.Classification, ["1", "2", "3", "4"]),
            Each(FilterKey.System, systems.Where((_, at) => at % 4 == 0).Select(id => $"{id}")),
            Each(FilterKey.Source, locations.Select(location => $"{location.Id}")),
            Each(FilterKey.State, Enum.GetNames<CopyState>()),
            Each(FilterKey.Counted, [FilterKey.Yes]),
            Each(FilterKey.Owner, owners),
            Each(FilterKey.Dataset, [$"{dataset}"]),
            Each(FilterKey.Text, ["messages", "analytics", "payments_00006", "oracle-us", "no such thing"]),
            ("resource ID prefix", [[new(FilterKey.Text, "a")], [new(FilterKey.Text, "oracle-us-phoenix-1/mess")]]),
            ("text of common words", [[new(FilterKey.Text, "urn")], [new(FilterKey.Text, "urn system mess")]]),
            ("position and role", [[new(FilterKey.Position, nameof(Position.Outside)), backup], [oracle, backup]]),
            ("text and role", [[new(FilterKey.Text, "messages"), backup], [new(FilterKey.Text, "profiles"), oracle]]),
        ];

        static (string, FilterTerm[][]) Each(string key, IEnumerable<string> values) => (key, [.. values.Select(value => new[] { new FilterTerm(key, value) })]);
    }

    private static Percentiles BareSelect(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT * FROM Copies WHERE Id = $id";
        var id = select.Parameters.Add("$id", SqliteType.Integer);
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT max(Id) FROM Copies";
        var last = (long)count.ExecuteScalar()!;
        select.Prepare();
        var random = new Random(1);
        var samples = new List<TimeSpan>();
        for (var request = 0; request < Requests; request++)
        {
            var clock = Stopwatch.GetTimestamp();
            for (var row = 0; row < ListCopies.PageSize; row++)
            {
                id.Value = random.NextInt64(last) + 1;
                using var reader = select.ExecuteReader();
                while (reader.Read())
                    _ = reader.GetString(reader.GetOrdinal(nameof(Copy.ResourceId)));
            }

            samples.Add(Stopwatch.GetElapsedTime(clock));
        }

        return Percentiles.Of(samples);
    }

    private static async Task<ListCopies> HandlerAsync(Contexts contexts, CancellationToken cancellationToken)
    {
        var programme = Options.Create(new ProgrammeSettings { Name = "Benchmark", OversightCountry = "US" });
        var directory = new MemberDirectory(contexts, TimeProvider.System);
        var member = await directory.SignInAsync(new("benchmark", "Benchmark", null, Roles.GovernanceLead, null, "US", []), cancellationToken);
        var request = new RequestPrincipal { User = MemberPrincipal.For(member, programme.Value.OversightCountry, authenticatedAt: null) };
        return new(new InventoryAccess(contexts, new MemberAccess(directory, new RefusalRecord(contexts, programme, TimeProvider.System), request, new NoCircuit(), programme), programme, TimeProvider.System));
    }

    private sealed record Inventory(int Size, string ConnectionString, ListCopies Handler, (string Name, FilterTerm[][] Filters)[] Rows);

    private sealed class Contexts(string connectionString) : IDbContextFactory<DashboardContext>
    {
        private readonly DbContextOptions<DashboardContext> options =
            ((DbContextOptionsBuilder<DashboardContext>)new DbContextOptionsBuilder<DashboardContext>().UseDashboardSqlite(connectionString)).Options;

        public DashboardContext CreateDbContext() => new(options);
    }

    private sealed class NoCircuit : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => throw new InvalidOperationException("The benchmark has no circuit.");
    }
}
