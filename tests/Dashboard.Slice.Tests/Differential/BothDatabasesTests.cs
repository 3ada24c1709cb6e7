using Dashboard.Testing;

namespace Dashboard.Slice.Tests.Differential;

/// <summary>The same random work on SQLite and on SQL Server has the same outcomes, rows, order, figures and ledger.</summary>
public sealed class BothDatabasesTests
{
    private const int Steps = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public Task SameWork_OnBothDatabases_HasTheSameOutcome(int seed) => CompareAsync(seed);

    [Fact(Explicit = true), Trait("Category", "Soak")]
    public async Task SameWork_WithManySeeds_HasTheSameOutcome()
    {
        for (var seed = 100; seed < 130; seed++)
            await CompareAsync(seed);
    }

    private static async Task CompareAsync(int seed)
    {
        Assert.SkipWhen(SqlServerTestDatabase.WhyNot is not null, $"Compares SQLite with SQL Server. {SqlServerTestDatabase.WhyNot}");
        TestContext.Current.TestOutputHelper!.WriteLine($"Seed {seed}, {Steps} steps.");

        var sqlite = await WalkAsync(new SqliteTestDatabase(), seed);
        var server = await WalkAsync(SqlServerTestDatabase.New(), seed);

        // Line by line, so that a failure shows the first step that differs.
        foreach (var (expected, actual) in sqlite.Zip(server))
            Assert.Equal(expected, actual);
        Assert.Equal(sqlite.Count, server.Count);
    }

    private static async Task<IReadOnlyList<string>> WalkAsync(ITestDatabase database, int seed)
    {
        using var work = new RandomWork(database, seed);
        return await work.RunAsync(Steps);
    }
}
