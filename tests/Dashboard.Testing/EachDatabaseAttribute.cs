using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Dashboard.Testing;

/// <summary>
/// Runs a theory once per database, which the test opens from its <see cref="TestProvider"/>. If there is no SQL Server, that run is
/// reported as skipped.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) => new(
    [
        new TheoryDataRow<TestProvider>(TestProvider.Sqlite),
        new TheoryDataRow<TestProvider>(TestProvider.SqlServer) { Skip = SqlServerTestDatabase.WhyNot },
    ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
