using System.Globalization;
using System.Reflection;
using Dashboard.Core.Inventory;
using Dashboard.SqlServer;
using Dashboard.Testing.SqlServer;
using Dashboard.Web.Features.Imports.Run;

namespace Dashboard.Slice.Tests.SqlServer;

/// <summary>Everything that this project's tests have asked of SQLite, and everything that saving writes, holds against SQL Server's schema.</summary>
[Collection(nameof(AfterAllOthers))]
public sealed class StatementTests
{
    /// <summary>A request takes this many parameters, two of which SqlClient needs itself.</summary>
    private const int MostParameters = 2098;

    [Fact]
    public async Task EveryQueryOfTheOtherTests_HoldsOnSqlServer()
    {
        var mirror = SqlServerMirror.Shared!;
        Assert.SkipWhen(mirror.Commands == 0, "It checks what the other tests of this project asked: run them together.");

        Assert.Empty(mirror.Failures);
        await AssertHoldAsync([.. mirror.Statements]);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{mirror.Commands} commands on SQLite, {mirror.Statements.Count} statements for SQL Server.");
    }

    [Fact]
    public async Task EveryWrittenStatement_HoldsOnSqlServer()
    {
        var (reconciling, staging, saving) = (Reconciling().ToList(), Staging().ToList(), SavedRows.Statements());

        Assert.All<IReadOnlyCollection<SqlStatement>>([reconciling, staging, saving], Assert.NotEmpty);
        await AssertHoldAsync([.. reconciling, .. staging, .. saving]);
    }

    private static IEnumerable<SqlStatement> Reconciling()
    {
        var sql = new ReconciliationSql(new SqlServerStaging());
        return typeof(ReconciliationSql).GetProperties()
            .Select(property => string.Format(CultureInfo.InvariantCulture, (string)property.GetValue(sql)!, "@source", "@asOf"))
            .Append(string.Format(CultureInfo.InvariantCulture, DatasetTotals.Insert, "1, 2"))
            .Select(text => new SqlStatement(SqlServerMirror.Translated(text), ["@source bigint", "@asOf datetimeoffset"]));
    }

    /// <summary>What makes the tables is part of the schema that the others are checked against.</summary>
    private static IEnumerable<SqlStatement> Staging() => typeof(StagingSql).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.Name != nameof(StagingSql.Create))
        .Select(field => new SqlStatement(SqlServerMirror.Translated((string)field.GetValue(null)!), []));

    private static async Task AssertHoldAsync(IReadOnlyList<SqlStatement> statements)
    {
        Assert.All(statements, statement => Assert.InRange(statement.Parameters.Count, 0, MostParameters));
        Assert.Empty(await SchemaCompiler.ProblemsAsync(statements, TestContext.Current.CancellationToken));
    }
}
