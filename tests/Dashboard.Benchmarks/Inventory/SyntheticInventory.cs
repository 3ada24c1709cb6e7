using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Sqlite;
using Dashboard.Testing;
using Dashboard.Web.Controls.Marks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Benchmarks.Inventory;

/// <summary>
/// A database of a given size that resembles a real one in everything that affects speed. A source's resource IDs share a prefix and were first
/// seen by a few imports, so the rows that match a filter are close together in every sort order. Sizes span nine orders of magnitude:
/// backups are large and caches are small. The same size gives the same rows every time.
/// </summary>
internal sealed class SyntheticInventory(string path, int size)
{
    private const int CopiesPerDataset = 100;
    private const int Systems = 30;
    private const int ImportsPerSource = 20;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Columns =
        ["$source", "$resource", "$dataset", "$location", "$role", "$state", "$bytes", "$records", "$first", "$last", "$rollup"];

    private static readonly Place[] Places =
    [
        new("Company", "US", "virginia", false, [CopyRole.Primary, CopyRole.Replica, CopyRole.Backup]),
        new("Oracle", "US", "us-ashburn-1", true, [CopyRole.Primary, CopyRole.Replica]),
        new("Company", "SG", "singapore", false, [CopyRole.Replica, CopyRole.Backup]),
        new("Oracle", "US", "us-phoenix-1", true, [CopyRole.Replica, CopyRole.Backup]),
        new("Company", "US", "vault", false, [CopyRole.Backup, CopyRole.Archive]),
        new("Oracle", "US", "us-chicago-1", true, [CopyRole.Primary, CopyRole.Archive]),
        new("AWS", "US", "us-east-1", false, [CopyRole.Export, CopyRole.Backup]),
        new("AWS", "SG", "ap-southeast-1", false, [CopyRole.Cache]),
        new("Google", "US", "us-central1", false, [CopyRole.Export]),
        new("Azure", "IE", "northeurope", false, [CopyRole.Cache]),
        new("Company", "MY", "johor", false, [CopyRole.Cache, CopyRole.Export]),
        new("Company", null, "edge-7", false, [CopyRole.Cache]),
    ];

    private readonly Random random = new(20260101);
    private readonly Dictionary<RollupKey, (long Id, long Copies, long Bytes)> rollups = [];
    private readonly List<(long Source, long Location, string Prefix)> sources = [];
    private readonly List<(long Id, long System, long Classification, string Name, (int Place, CopyRole Role)[] Shares)> datasets = [];

    public string ConnectionString { get; } = SqliteDatabase.ConnectionStringFor(path);

    public async Task<SyntheticInventory> CreateAsync(CancellationToken cancellationToken)
    {
        await using (var context = SqliteDatabase.Open(ConnectionString).Arranging())
        {
            await context.Database.MigrateAsync(cancellationToken);
            await AddLookupsAsync(context, cancellationToken);
        }

        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await RunAsync(connection, "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF", cancellationToken);
        await using var transaction = connection.BeginTransaction();
        AddCopies(connection);
        AddRollups(connection);
        await RunAsync(connection, "INSERT INTO DatasetRollups SELECT DatasetId, RollupId, COUNT(*), SUM(Bytes) FROM Copies GROUP BY 1, 2", cancellationToken);
        transaction.Commit();
        await RunAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
        return this;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task AddLookupsAsync(DashboardContext context, CancellationToken cancellationToken)
    {
        var classifications = Classification.Defaults();
        context.Classifications.AddRange(classifications);
        var locations = Array.ConvertAll(Places, place => Location.Discovered(place.Operator, place.Country, place.Region));
        context.Locations.AddRange(locations);
        var systems = Enumerable.Range(1, Systems).Select(number => new DataSystem($"system-{number:00}")).ToArray();
        context.Systems.AddRange(systems);
        await context.SaveChangesAsync(cancellationToken);

        foreach (var classification in classifications)
        {
            foreach (var place in Places.Where(place => place.IsInside).DistinctBy(place => (place.Operator, place.Country)))
                context.BoundaryRules.Add(BoundaryRule.Create(place.Operator, place.Country!, classification.Id, new(2022, 1, 1), null, "Agreement").Value);
        }

        foreach (var location in locations)
        {
            var source = Source.Create(location.Key.Replace('/', '-'), $"{location.Name} inventory", SourceKind.Inventory, 24, location.Id, isComplete: true).Value;
            context.Sources.Add(source);
            await context.SaveChangesAsync(cancellationToken);
            sources.Add((source.Id, location.Id, source.Key));
        }

        for (var number = 0; number < Math.Max(1, size / CopiesPerDataset); number++)
        {
            // A system mostly holds one or two classes of data.
            var system = systems[Skewed(Systems)];
            var classification = classifications[(int)(system.Id + random.Next(2)) % classifications.Length];
            var name = $"{Subject(number)}_{number:00000}";
            var dataset = Dataset.Discovered($"urn:{system.Name}:{name}", name, system.Id, classification.Id, Start);
            dataset.Describe(name, system.Id, $"owner-{random.Next(200):000}@example.org", classification.Id, [], null);
            context.Datasets.Add(dataset);
        }

        await context.SaveChangesAsync(cancellationToken);
        foreach (var dataset in context.Datasets.Local)
        {
            var shares = Enumerable.Range(0, 5)
                .Select(_ => Skewed(Places.Length))
                .Select(place => (place, Places[place].Roles[random.Next(Places[place].Roles.Length)]))
                .Distinct()
                .ToArray();
            datasets.Add((dataset.Id, dataset.SystemId, dataset.ClassificationId, dataset.Name, shares));
        }
    }

    private void AddCopies(SqliteConnection connection)
    {
        var shares = datasets.SelectMany(dataset => dataset.Shares.Select(share => (dataset, place: share.Place, role: share.Role)))
            .GroupBy(share => share.place)
            .OrderBy(group => group.Key)
            .Select(group => group.ToArray())
            .ToArray();
        var total = shares.Sum(group => group.Length);
        using var insert = connection.CreateCommand();
        insert.CommandText = """
            INSERT INTO Copies (SourceId, ResourceId, DatasetId, LocationId, Role, State, Bytes, Records, FirstSeen, LastSeen, RollupId)
            VALUES ($source, $resource, $dataset, $location, $role, $state, $bytes, $records, $first, $last, $rollup)
            """;
        var values = Columns.ToDictionary(name => name, name => insert.Parameters.Add(name, name is "$resource" or "$first" or "$last" ? SqliteType.Text : SqliteType.Integer));
        insert.Prepare();
        var left = size;
        for (var g = 0; g < shares.Length; g++)
        {
            var group = shares[g];
            var (source, location, prefix) = sources[group[0].place];
            var rows = g == shares.Length - 1 ? left : (int)((long)size * group.Length / total);
            left -= rows;

            // Each import lists a twentieth of its source's copies, in ID order.
            for (var row = 0; row < rows; row++)
            {
                var (dataset, _, role) = group[(int)((long)row * group.Length / rows)];
                var import = row * ImportsPerSource / rows;
                var bytes = Size(role);
                var state = StateAt(Places[group[0].place]);
                var key = new RollupKey(source, location, role, state, dataset.Classification, dataset.System);
                var rollup = rollups.TryGetValue(key, out var known) ? known : (Id: rollups.Count + 1, Copies: 0, Bytes: 0);
                rollups[key] = (rollup.Id, rollup.Copies + 1, rollup.Bytes + bytes);
                values["$source"].Value = source;
                values["$resource"].Value = string.Create(CultureInfo.InvariantCulture, $"{prefix}/{dataset.Name}/{role}/part-{row:0000000}");
                values["$dataset"].Value = dataset.Id;
                values["$location"].Value = location;
                values["$role"].Value = (long)role;
                values["$state"].Value = (long)state;
                values["$bytes"].Value = bytes;
                values["$records"].Value = bytes / 512;
                values["$first"].Value = UtcText.Write(Start.AddDays(7 * import).AddMinutes(source));
                values["$last"].Value = UtcText.Write(Start.AddDays(7 * ImportsPerSource).AddMinutes(source));
                values["$rollup"].Value = rollup.Id;
                insert.ExecuteNonQuery();
            }
        }
    }

    private void AddRollups(SqliteConnection connection)
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = """
            INSERT INTO CopyRollups (Id, SourceId, LocationId, Role, State, ClassificationId, SystemId, Copies, Bytes)
            VALUES ($id, $source, $location, $role, $state, $classification, $system, $copies, $bytes)
            """;
        foreach (var (key, (id, copies, bytes)) in rollups)
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$id", id);
            insert.Parameters.AddWithValue("$source", key.SourceId);
            insert.Parameters.AddWithValue("$location", key.LocationId);
            insert.Parameters.AddWithValue("$role", (long)key.Role);
            insert.Parameters.AddWithValue("$state", (long)key.State);
            insert.Parameters.AddWithValue("$classification", key.ClassificationId);
            insert.Parameters.AddWithValue("$system", key.SystemId);
            insert.Parameters.AddWithValue("$copies", copies);
            insert.Parameters.AddWithValue("$bytes", bytes);
            insert.ExecuteNonQuery();
        }
    }

    private static string Subject(int number) => (number % 10) switch
    {
        0 => "messages",
        1 => "profiles",
        2 => "videos",
        3 or 4 => "events",
        5 => "location_history",
        6 => "payments",
        _ => "analytics",
    };

    private int Skewed(int count) => (int)(count * Math.Pow(random.NextDouble(), 1.7));

    private CopyState StateAt(Place place) => (place.IsInside, random.Next(100)) switch
    {
        (true, 0) => CopyState.Missing,
        (true, _) or (_, < 80) => CopyState.Present,
        (_, < 90) => CopyState.DeletionPending,
        (_, < 95) => CopyState.DeletionReported,
        _ => CopyState.VerifiedAbsent,
    };

    private long Size(CopyRole role)
    {
        var exponent = (3 * random.NextDouble()) + (role switch { CopyRole.Cache => 3, CopyRole.Export => 4, CopyRole.Backup or CopyRole.Archive => 8, _ => 6.5 });
        return (long)Math.Pow(10, exponent);
    }

    private sealed record Place(string Operator, string? Country, string Region, bool IsInside, CopyRole[] Roles);
}
