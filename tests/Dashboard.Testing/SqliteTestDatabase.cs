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

    public SqliteTestDatabase() => WriteMigrated(path);

    public string ConnectionString => SqliteDatabase.ConnectionStringFor(path);

    public IStaging Staging { get; } = new SqliteStaging();

    /// <summary>A new file with the migrated schema and nothing in it.</summary>
    public static void WriteMigrated(string path) => File.WriteAllBytes(path, Migrated.Value);

    public DashboardContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<DashboardContext>();
        options.UseDashboardSqlite(ConnectionString);
        options.ConfigureWarnings(warnings => warnings.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning));
        SqlServerMirror.Shared?.Watch(options);
        return new(options.Options);
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

    private static string NewPath() => Path.Combine(Path.GetTempPath(), $"dashboard-test-{Guid.CreateVersion7():N}.db");

    private static void Remove(string database)
    {
        using (var connection = new SqliteConnection(SqliteDatabase.ConnectionStringFor(database)))
            SqliteConnection.ClearPool(connection);
        foreach (var file in new[] { database, database + "-wal", database + "-shm" })
            File.Delete(file);
    }
}
