using System.Text;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Imports;

/// <summary>A server that is killed during an import finishes it after the next start, exactly once and completely.</summary>
public sealed class KilledServerTests : IDisposable
{
    private const int Rows = 40_000;

    private readonly ITestDatabase database = ITestDatabase.Open();
    private readonly string folder = Directory.CreateTempSubdirectory("dashboard-killed-").FullName;

    [Theory]
    [InlineData(ImportState.Reading)]
    [InlineData(ImportState.Applying)]
    public async Task Killed_InTheMiddle_AppliesOnceAfterTheNextStart(ImportState killedAt)
    {
        var stop = TestContext.Current.CancellationToken;
        await PrepareAsync(stop);
        await using (var killed = DashboardProcess.Start(DashboardProcess.Settings(folder, database)))
        {
            await killed.UntilReadyAsync(stop);
            await UntilAsync(import => import.State == killedAt || import.IsFinished, stop);
        }

        var before = await CountAsync(stop);
        Assert.True(before is 0 or Rows, $"{before} copies after the kill: the import was applied in part");

        await using var server = DashboardProcess.Start(DashboardProcess.Settings(folder, database));
        await server.UntilReadyAsync(stop);
        await UntilAsync(import => import.IsFinished, stop);

        await using var context = database.CreateDbContext();
        var import = await context.Imports.SingleAsync(stop);
        Assert.Equal((ImportState.Applied, Rows), (import.State, import.Counts.New));
        Assert.Equal(Rows, await CountAsync(stop));
        Assert.Equal(Rows, await context.CopyRollups.SumAsync(rollup => rollup.Copies, stop));
        if (database is SqliteTestDatabase file)
            Assert.Equal("ok", file.IntegrityCheck());
    }

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A database with one source and an inventory in that source's inbox.</summary>
    private async Task PrepareAsync(CancellationToken stop)
    {
        await using var context = database.CreateDbContext().Arranging();
        await ReferenceRows.EnsureAsync(context, stop);
        context.Sources.Add(Source.Create("virginia", "Virginia", SourceKind.Inventory, 24, null, isComplete: true).Value);
        await context.SaveChangesAsync(stop);
        var inbox = Directory.CreateDirectory(Path.Combine(folder, "inbox", "virginia")).FullName;
        var text = new StringBuilder(ImportBench.Header);
        for (var row = 0; row < Rows; row++)
            text.Append($"copy-{row:D6},urn:dataset:set-{row % 500},Company,US,virginia,backup,{row},,,,\n");
        await File.WriteAllTextAsync(Path.Combine(inbox, "inventory.csv"), text.ToString(), stop);
    }

    private async Task<int> CountAsync(CancellationToken stop)
    {
        await using var context = database.CreateDbContext();
        return await context.Copies.CountAsync(stop);
    }

    private async Task UntilAsync(Func<Import, bool> reached, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (await timer.WaitForNextTickAsync(stop))
        {
            await using var context = database.CreateDbContext();
            if (await context.Imports.AsNoTracking().SingleOrDefaultAsync(stop) is { } import && reached(import))
                return;
        }
    }
}
