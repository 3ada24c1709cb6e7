using Dashboard.Core;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.SqlServer;

/// <summary>Configures the context for SQL Server or Azure SQL.</summary>
public static class SqlServerDatabase
{
    /// <param name="options">The options to configure.</param>
    /// <param name="connectionString">The server and database.</param>
    /// <param name="maxBatchSize">The most rows that one statement saves; null for EF Core's own choice. With 1, no statement is a MERGE.</param>
    public static DbContextOptionsBuilder UseDashboardSqlServer(
        this DbContextOptionsBuilder options, string connectionString, int? maxBatchSize = null) =>
        options.UseSqlServer(connectionString, server =>
        {
            server.MigrationsAssembly(typeof(SqlServerDatabase).Assembly.GetName().Name).CommandTimeout(TimeLimits.StatementSeconds);
            if (maxBatchSize is { } most)
                server.MaxBatchSize(most);
        }).AddInterceptors(RowCounts.Instance);

    /// <summary>A context outside dependency injection: for tests and tools.</summary>
    public static DashboardContext Open(string connectionString, int? maxBatchSize = null)
    {
        var options = new DbContextOptionsBuilder<DashboardContext>();
        options.UseDashboardSqlServer(connectionString, maxBatchSize);
        return new(options.Options);
    }
}
