using System.Data.Common;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Testing;

/// <summary>A test's own database, with the migrated schema and no rows. It is gone when it is disposed.</summary>
public interface ITestDatabase : IDbContextFactory<DashboardContext>, IDisposable
{
    string ConnectionString { get; }

    /// <summary>How imports are staged in this database.</summary>
    IStaging Staging { get; }

    /// <summary>The settings with which the application uses this database.</summary>
    IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>A new, closed connection outside EF Core, as someone with the database's password could make one.</summary>
    DbConnection Connect();

    /// <summary>A context of the database with this connection string, which another process opened as a test database.</summary>
    static DashboardContext ContextOf(string connectionString) =>
        TestProvider.IsSqlServer ? SqlServerTestDatabase.ContextOf(connectionString) : SqliteDatabase.Open(connectionString);

    static ITestDatabase Open() => TestProvider.IsSqlServer ? new SqlServerTestDatabase() : new SqliteTestDatabase();
}
