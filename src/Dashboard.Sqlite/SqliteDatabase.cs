using Dashboard.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Sqlite;

/// <summary>Configures the context for an embedded SQLite file.</summary>
public static class SqliteDatabase
{
    /// <param name="path">The database file; its folder must exist.</param>
    public static string ConnectionStringFor(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = TimeLimits.StatementSeconds }.ToString();

    public static DbContextOptionsBuilder UseDashboardSqlite(this DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseSqlite(connectionString, sqlite => sqlite
                .MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name)
                .CommandTimeout(TimeLimits.StatementSeconds))
            .AddInterceptors(ConnectionSettings.Instance, TransactionTimeLimit.Instance);

    /// <summary>A context outside dependency injection: for tests and tools.</summary>
    public static DashboardContext Open(string connectionString)
    {
        var options = new DbContextOptionsBuilder<DashboardContext>();
        options.UseDashboardSqlite(connectionString);
        return new(options.Options);
    }
}
