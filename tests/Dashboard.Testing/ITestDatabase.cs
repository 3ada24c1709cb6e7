using Dashboard.Core;
using Dashboard.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Testing;

/// <summary>A test's own database, with the migrated schema. It is deleted when it is disposed.</summary>
public interface ITestDatabase : IDbContextFactory<DashboardContext>, IDisposable
{
    /// <summary>How imports are staged in this database.</summary>
    IStaging Staging { get; }

    static ITestDatabase Open(TestProvider provider) =>
        provider is TestProvider.SqlServer ? new SqlServerTestDatabase() : new SqliteTestDatabase();
}
