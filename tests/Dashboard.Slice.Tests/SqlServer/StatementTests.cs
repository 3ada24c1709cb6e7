using System.Globalization;
using System.Reflection;
using Dashboard.Core.Inventory;
using Dashboard.SqlServer;
using Dashboard.Testing;
using Dashboard.Testing.SqlServer;
using Dashboard.Web.Features.Imports.Run;

namespace Dashboard.Slice.Tests.SqlServer;

/// <summary>Every query that this project's tests ran on SQLite, and everything that saving writes, is valid for SQL Server's schema.</summary>
[Collection(nameof(AfterAllOthers))]
public sealed class StatementTests
{
    /// <summary>A request can have 2,100 parameters, two of which SqlClient uses itself.</summary>
    private const int MaxParameters = 2098;

    [SqliteFact("On SQL Server the tests run these queries.")]
    public async Task EveryQueryOfTheOtherTests_IsValidOnSqlServer()
    {
        var mirror = SqlServerMirror.Shared!;
        Assert.SkipWhen(mirror.Commands == 0, "This test checks the queries of the other tests in this project. Run them together.");

        Assert.Empty(mirror.Failures);
        await AssertValidAsync([.. mirror.Statements]);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{mirror.Commands} commands on SQLite, {mirror.Statements.Count} statements for SQL Server.");
    }

    [Fact]
    public async Task EveryWrittenStatement_IsValidOnSqlServer()
    {
        var (reconciling, staging, saving) = (Reconciling().ToList(), Staging().ToList(), SavedRows.Statements());

        Assert.All<IReadOnlyCollection<SqlStatement>>([reconciling, staging, saving], Assert.NotEmpty);
        await AssertValidAsync([.. reconciling, .. staging, .. saving]);
    }

    private static IEnumerable<SqlStatement> Reconciling()
    {
        var sql = new ReconciliationSql(new SqlServerStaging());
        return typeof(ReconciliationSql).GetProperties()
            .Select(property => (string)property.GetValue(sql)!)
            .Concat([sql.AddVanished(2, [7, 8]), sql.AddVerifiedAbsent([1, 2])])
            .Select(text => string.Format(CultureInfo.InvariantCulture, text, "@source", "@asOf", "@bytes"))
            .Append(string.Format(CultureInfo.InvariantCulture, DatasetTotals.Insert, "1, 2"))
            .Select(text => new SqlStatement(SqlServerMirror.Translated(text), ["@source bigint", "@asOf datetimeoffset", "@bytes bigint"]));
    }

    /// <summary>Statements that create tables belong to the schema that the others are checked against.</summary>
    private static IEnumerable<SqlStatement> Staging() => typeof(StagingSql).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => !field.Name.StartsWith(nameof(StagingSql.Create), StringComparison.Ordinal))
        .Select(field => new SqlStatement(SqlServerMirror.Translated((string)field.GetValue(null)!), ["@ids nvarchar(max)", "@names nvarchar(max)", "@name nvarchar(128)"]));

    private static async Task AssertValidAsync(IReadOnlyList<SqlStatement> statements)
    {
        Assert.All(statements, statement => Assert.InRange(statement.Parameters.Count, 0, MaxParameters));
        Assert.Empty(await SchemaCompiler.ProblemsAsync(statements, TestContext.Current.CancellationToken));
    }
}
