using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Testing;

/// <summary>
/// A new database on a real server. The environment variable <c>DASHBOARD_TEST_SQLSERVER</c> contains its connection string; the login must
/// be allowed to create databases. The database is dropped at the end.
/// </summary>
public sealed class SqlServerTestDatabase : ITestDatabase
{
    private const string Setting = "DASHBOARD_TEST_SQLSERVER";

    private readonly string connectionString = new SqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Setting))
    {
        InitialCatalog = $"dashboard_test_{Guid.CreateVersion7():N}",
    }.ToString();

    public SqlServerTestDatabase()
    {
        using var context = CreateDbContext();
        context.Database.Migrate();
    }

    /// <summary>Why tests cannot run on SQL Server here, or null if they can.</summary>
    public static string? WhyNot =>
        string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Setting)) ? $"{Setting} contains no connection string." : null;

    public IStaging Staging { get; } = new SqlServerStaging();

    public DashboardContext CreateDbContext() => SqlServerDatabase.Open(connectionString);

    public void Dispose()
    {
        using var context = CreateDbContext();
        context.Database.EnsureDeleted();
    }
}
