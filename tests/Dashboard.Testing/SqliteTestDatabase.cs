using System.Data.Common;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Sqlite;
using Dashboard.Testing.SqlServer;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dashboard.Testing;

/// <summary>
/// A separate SQLite file for each test, with the migrated schema. The schema is created once and copied: a copy takes milliseconds, but
/// the migrations take longer.
/// </summary>
public sealed class SqliteTestDatabase : ITestDatabase
{
    private static readonly Lazy<byte[]> Migrated = new(Migrate);

    private readonly string path = NewPath();

    public SqliteTestDatabase() => File.WriteAllBytes(path, Migrated.Value);

    public string ConnectionString => SqliteDatabase.ConnectionStringFor(path);

    public IStaging Staging { get; } = new SqliteStaging();

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Database:Provider"] = "Sqlite", ["Database:ConnectionString"] = ConnectionString,
    };

    /// <summary>Foreign keys are not checked.</summary>
    public DbConnection Connect() => new SqliteConnection(ConnectionStringFor(path, foreignKeys: false));

    public DashboardContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<DashboardContext>();
        options.UseDashboardSqlite(ConnectionString);
        options.ConfigureWarnings(warnings => warnings.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning));
        SqlServerMirror.Shared?.Watch(options);
        return new(options.Options);
    }

    /// <returns>"ok" if the file is not damaged.</returns>
    public string IntegrityCheck()
    {
        using var connection = Connect();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)command.ExecuteScalar()!;
    }

    public void Dispose() => Remove(path);

    private static byte[] Migrate()
    {
        var template = NewPath();
        using (var context = SqliteDatabase.Open(SqliteDatabase.ConnectionStringFor(template)))
        {
            context.Database.Migrate();
            // Moves everything from the write-ahead log into the file that is copied.
            context.Database.ExecuteSql($"PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteConnection.ClearAllPools();
        var schema = File.ReadAllBytes(template);
        Remove(template);
        return schema;
    }

    private static string ConnectionStringFor(string path, bool foreignKeys) =>
        new SqliteConnectionStringBuilder(SqliteDatabase.ConnectionStringFor(path)) { ForeignKeys = foreignKeys }.ToString();

    private static string NewPath() => Path.Combine(Path.GetTempPath(), $"dashboard-test-{Guid.CreateVersion7():N}.db");

    private static void Remove(string database)
    {
        foreach (var foreignKeys in new[] { true, false })
        {
            using var connection = new SqliteConnection(ConnectionStringFor(database, foreignKeys));
            SqliteConnection.ClearPool(connection);
        }

        foreach (var file in new[] { database, database + "-wal", database + "-shm" })
            File.Delete(file);
    }
}
