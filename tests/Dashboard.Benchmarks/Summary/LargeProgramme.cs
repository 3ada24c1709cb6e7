using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Dashboard.Testing;
using Dashboard.Web.Controls.Marks;
using Microsoft.Data.Sqlite;

namespace Dashboard.Benchmarks.Summary;

/// <summary>
/// A programme of the largest size that the summary is designed for. SQLite clones the rows from one that the product's own code wrote. It has
/// no copies, because nothing measured here may read them.
/// </summary>
internal sealed class LargeProgramme(SqliteTestDatabase database, DateTimeOffset now)
{
    public const int Rollups = 13_000;
    public const int Datasets = 100_000;
    public const int Changes = 700_000;
    private const int Days = 181;

    public async Task<Member> FillAsync(CancellationToken cancellationToken)
    {
        var programme = new ProgrammeBuilder(database, now);
        for (var place = 0; place < 8; place++)
            programme.Place("The company", "SG", $"hall-{place}", 1.3, 103.8);
        for (var source = 0; source < 9; source++)
            programme.Source($"source-{source}", source == 0 ? SourceKind.Traffic : SourceKind.Inventory);
        for (var system = 0; system < 30; system++)
            programme.System($"System {system:00}");
        var waves = Enumerable.Range(1, 6).Select(wave => programme.Wave($"Wave {wave}", completion: programme.Today.AddDays(30 * wave))).ToArray();
        var dataset = programme.Dataset("Dataset 0", system: "System 00", wave: waves[0]);
        programme.Copy(dataset, programme.Virginia, CopyRole.Primary);
        await programme.SettleAsync(cancellationToken);
        var import = programme.Import(programme.Inventory, now.AddDays(-1), ImportCounts.Zero with { New = 5 });
        await using (var context = database.CreateDbContext())
        {
            context.Add(DatasetChange.Of(dataset.Id, import.Id, now.AddHours(-1), new(0, 1, 0, 0, 0), Stage.Copying, Stage.Copying));
            await context.SaveChangesAsync(cancellationToken);
        }

        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await RunAsync(connection, "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF", cancellationToken);
        await RunAsync(connection, $"""
            DELETE FROM CopyRollups;
            INSERT INTO CopyRollups (SourceId, LocationId, Role, State, ClassificationId, SystemId, Copies, Bytes)
            SELECT s.Id, l.Id, r.value, t.value, c.Id, y.Id, 700, 1000000000
            FROM json_each('[0,1,2,3,4,5]') r, json_each('[0,1,2,3,4,5]') t, Classifications c, Locations l, Sources s, Systems y
            ORDER BY (y.Id * 7 + s.Id * 13 + l.Id * 29 + r.value * 31 + t.value * 37 + c.Id) % 101, y.Id
            LIMIT {Rollups};
            """, cancellationToken);
        await CloneAsync(connection, "Datasets", Datasets, new() { ["Urn"] = "'urn:data:' || n", ["Name"] = "'Dataset ' || n", ["WaveId"] = "1 + n % 6" }, cancellationToken);
        await CloneAsync(connection, "DatasetChanges", Changes, new() { ["DatasetId"] = $"1 + n % {Datasets}", ["StageMovedAt"] = "CASE n % 200 WHEN 0 THEN At END", ["StageAfter"] = "1 + (n % 200 = 0)" }, cancellationToken);
        await RunAsync(connection, "CREATE TEMP TABLE Today AS SELECT * FROM DailyFigures; DELETE FROM DailyFigures WHERE 1", cancellationToken);
        var columns = await ColumnsAsync(connection, "DailyFigures", cancellationToken);
        await RunAsync(connection, $"""
            INSERT INTO DailyFigures ({string.Join(", ", columns.Where(column => column != "Id"))})
            WITH RECURSIVE days(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM days WHERE n + 1 < {Days})
            SELECT {string.Join(", ", columns.Where(column => column != "Id").Select(column => column == "Day" ? "date(Day, '-' || n || ' days')" : column))} FROM Today, days;
            ANALYZE;
            """, cancellationToken);
        return programme.Member(Roles.GovernanceLead);
    }

    /// <summary>Clones the first row of a table. <c>n</c> is the number of the clone.</summary>
    private static async Task CloneAsync(
        SqliteConnection connection, string table, int rows, Dictionary<string, string> varied, CancellationToken cancellationToken)
    {
        var columns = (await ColumnsAsync(connection, table, cancellationToken)).Where(column => column != "Id").ToArray();
        await RunAsync(connection, $"""
            INSERT INTO {table} ({string.Join(", ", columns)})
            WITH RECURSIVE clones(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM clones WHERE n < {rows - 1})
            SELECT {string.Join(", ", columns.Select(column => varied.GetValueOrDefault(column, column)))} FROM (SELECT * FROM {table} LIMIT 1), clones;
            """, cancellationToken);
    }

    private static async Task<List<string>> ColumnsAsync(SqliteConnection connection, string table, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info($table)";
        command.Parameters.AddWithValue("$table", table);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var columns = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            columns.Add(reader.GetString(0));
        return columns;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
