using Dashboard.Core;
using Dashboard.Core.Inventory;
using Dashboard.Sqlite;
using Dashboard.Testing;
using Dashboard.Testing.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.SqlServer;

public sealed class SqlServerMirrorTests : IDisposable
{
    private static readonly Func<DashboardContext, int> Compiled = EF.CompileQuery((DashboardContext context) => context.Copies.Count());

    private readonly SqliteTestDatabase database = new();
    private readonly SqlServerMirror mirror = new();
    private readonly DashboardContext context;

    public SqlServerMirrorTests()
    {
        var options = new DbContextOptionsBuilder<DashboardContext>();
        options.UseDashboardSqlite(database.ConnectionString);
        mirror.Watch(options);
        context = new(options.Options);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        context.Dispose();
        database.Dispose();
    }

    [SqliteFact("It watches queries on SQLite.")]
    public async Task Query_WithACapturedSubquery_IsTranslatedForSqlServer()
    {
        var outside = context.Locations.Where(location => location.Country != "US");
        var ids = new long[] { 1, 2 };

        Assert.Empty(await context.Copies.Where(copy => ids.Contains(copy.Id) && outside.Any(location => location.Id == copy.LocationId)).Take(3).ToListAsync(Token));

        Assert.Empty(mirror.Failures);
        var statement = Assert.Single(mirror.Statements);
        Assert.Contains("SELECT TOP(@p)", statement.Text);
        Assert.Contains("FROM [Locations]", statement.Text);
        Assert.Contains("@p int", statement.Parameters);
    }

    [SqliteFact("It watches queries on SQLite.")]
    public async Task EveryKindOfCommand_IsMirroredOnce()
    {
        for (var time = 0; time < 2; time++)
        {
            Assert.Null(await context.Waves.FirstOrDefaultAsync(Token));
            await context.Copies.Where(copy => copy.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(copy => copy.State, CopyState.Missing), Token);
            await context.Copies.Where(copy => copy.Id == 1).ExecuteDeleteAsync(Token);
            await context.Database.ExecuteSqlRawAsync("""DELETE FROM "Copies" WHERE "Id" = {0}""", [1L], Token);
            Assert.Empty(await context.Database.SqlQueryRaw<long>("""SELECT "Id" AS "Value" FROM "Copies" """).ToListAsync(Token));
        }

        Assert.Empty(mirror.Failures);
        Assert.Equal((5, 5), (mirror.Commands, mirror.Statements.Count));
    }

    [SqliteFact("It watches queries on SQLite.")]
    public async Task Query_ThatSqlServerDoesNotSupport_IsAFailure()
    {
        Assert.Empty(await context.Locations.Where(location => EF.Functions.Glob(location.Name, "*")).ToListAsync(Token));

        Assert.Contains("could not be translated", Assert.Single(mirror.Failures));
    }

    [SqliteFact("It watches queries on SQLite.")]
    public void Command_OfAQueryThatWasNotNoted_IsAFailure()
    {
        Assert.Equal(0, Compiled(context));

        Assert.Contains("No query was noted for this command", Assert.Single(mirror.Failures));
    }
}
