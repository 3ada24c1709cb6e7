using Dashboard.Core;
using Dashboard.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Testing;

/// <summary>A database of a test's own, with the migrated schema, that goes when the test goes.</summary>
public interface ITestDatabase : IDbContextFactory<DashboardContext>, IDisposable
{
    /// <summary>How imports are staged in it.</summary>
    IStaging Staging { get; }

    static ITestDatabase Open(TestProvider provider) =>
        provider is TestProvider.SqlServer ? new SqlServerTestDatabase() : new SqliteTestDatabase();
}
