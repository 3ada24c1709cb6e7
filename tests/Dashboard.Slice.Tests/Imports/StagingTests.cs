using System.Globalization;
using System.Text;
using Dashboard.Core;
using Dashboard.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Imports;

/// <summary>Connections return to the pool and serve pages, so none may keep staged rows of an import.</summary>
public sealed class StagingTests
{
    [Theory]
    [InlineData("r1,urn:chat,Company,US,virginia,primary,5,,,,\n")]
    [InlineData("r1,urn:chat,Company,US,virginia,primary,minus,,,,\n")]
    public async Task AnImport_AppliedOrRefused_LeavesNothingStaged(string rows)
    {
        await using var bench = new ImportBench();
        await bench.ImportAsync([("a.csv", Encoding.UTF8.GetBytes(ImportBench.Header + rows))], bench.Inventory);

        // At least as many as one import returns to the pool, all open at once.
        var contexts = new List<DashboardContext>();
        for (var number = 0; number < 5; number++)
        {
            var context = bench.Database.CreateDbContext();
            contexts.Add(context);
            await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = TestProvider.IsSqlServer ? "SELECT COUNT(OBJECT_ID('tempdb..#StagedCopies'))" : "SELECT COUNT(*) FROM sqlite_temp_master";
            Assert.Equal(0, Convert.ToInt32(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture));
        }

        foreach (var context in contexts)
            await context.DisposeAsync();
    }
}
