using Dashboard.Core;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.SqlServer;

/// <summary>Configures the context for SQL Server or Azure SQL.</summary>
public static class SqlServerDatabase
{
    public static DbContextOptionsBuilder UseDashboardSqlServer(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, server => server
            .MigrationsAssembly(typeof(SqlServerDatabase).Assembly.GetName().Name)
            .CommandTimeout(TimeLimits.StatementSeconds));

    /// <summary>A context outside dependency injection: for tests and tools.</summary>
    public static DashboardContext Open(string connectionString)
    {
        var options = new DbContextOptionsBuilder<DashboardContext>();
        options.UseDashboardSqlServer(connectionString);
        return new(options.Options);
    }
}
