using Dashboard.Core;
using Dashboard.Sqlite;
using Dashboard.Testing;
using Dashboard.Testing.SqlServer;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Dashboard.Slice.Tests.SqlServer;

/// <summary>The model, its migrations, and limits that SQL Server enforces only at run time.</summary>
public sealed class SchemaTests
{
    /// <summary>https://learn.microsoft.com/sql/sql-server/maximum-capacity-specifications-for-sql-server</summary>
    private const int MaxIndexBytes = 1700;
    private const int MaxClusteredBytes = 900;
    private const int MaxIndexColumns = 32;

    private const string Sqlite = "SQLite";
    private const string SqlServer = "SQL Server";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Sqlite)]
    [InlineData(SqlServer)]
    public void Migrations_OfEachProvider_AreUpToDateWithTheModel(string provider)
    {
        using var context = Model(provider);

        Assert.NotEmpty(context.Database.GetMigrations());
        Assert.False(context.Database.HasPendingModelChanges(), "Add a migration: the model has changed.");
    }

    [Fact]
    public void Migrations_OfBothProviders_AreTheSameSteps()
    {
        using var sqlite = Model(Sqlite);
        using var server = Model(SqlServer);

        Assert.Equal(Steps(sqlite), Steps(server));

        static IEnumerable<string> Steps(DbContext context) => context.Database.GetMigrations().Select(migration => migration[(migration.IndexOf('_') + 1)..]);
    }

    /// <summary>Until 1.0 no one has data to keep, so a change of the model regenerates this one migration.</summary>
    [Theory]
    [InlineData(Sqlite)]
    [InlineData(SqlServer)]
    public void Migrations_UntilTheFirstRelease_AreOne(string provider)
    {
        using var context = Model(provider);

        Assert.EndsWith("_Initial", Assert.Single(context.Database.GetMigrations()));
    }

    [Fact]
    public async Task Migrations_OfASqliteFile_LeaveNothingPending()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(Token);
        await using var context = On(connection);

        await context.Database.MigrateAsync(Token);

        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Token));
    }

    [Fact]
    public void IdempotentScript_ForSqlServer_IsTransactSqlThatCreatesEveryTable()
    {
        using var context = Model(SqlServer);
        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        var parser = new TSql150Parser(initialQuotedIdentifiers: true);
        parser.Parse(new StringReader(script), out var errors);

        Assert.Empty(errors.Select(error => $"{error.Line}: {error.Message}"));
        Assert.All(Tables(context), table => Assert.Contains($"CREATE TABLE [{table.Name}]", script));
    }

    [Fact]
    public async Task CreateScript_ForSqlServer_IsASchemaWithoutProblems() => Assert.Empty(await SchemaCompiler.ProblemsAsync([], Token));

    [Fact]
    public async Task Migrations_OnAnEmptySqliteFile_CreateTheSchemaOfTheModel()
    {
        await using var migrated = new SqliteConnection("Data Source=:memory:");
        await migrated.OpenAsync(Token);
        await using (var context = On(migrated))
            await context.Database.MigrateAsync(Token);
        await using var created = new SqliteConnection("Data Source=:memory:");
        await created.OpenAsync(Token);
        await using (var context = On(created))
            await context.Database.EnsureCreatedAsync(Token);

        var schema = await SchemaAsync(migrated);

        Assert.NotEmpty(schema);
        Assert.Equal(await SchemaAsync(created), schema);
    }

    [Fact]
    public async Task Migrations_OfATestsDatabase_LeaveNothingPending()
    {
        using var database = ITestDatabase.Open();
        await using var context = database.CreateDbContext();

        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Token));
    }

    [Fact]
    public void Keys_OfEveryIndex_FitTheLimitsOfSqlServer()
    {
        using var context = Model(SqlServer);

        foreach (var table in Tables(context))
        {
            foreach (var index in table.Indexes)
                AssertFits(index.Name, index.Columns, MaxIndexBytes);
            foreach (var unique in table.UniqueConstraints)
                AssertFits(unique.Name, unique.Columns, unique == table.PrimaryKey ? MaxClusteredBytes : MaxIndexBytes);
        }

        static void AssertFits(string name, IReadOnlyList<IColumn> columns, int most)
        {
            Assert.InRange(columns.Count, 1, MaxIndexColumns);
            Assert.True(columns.Sum(BytesOf) <= most, $"{name} may need {columns.Sum(BytesOf)} bytes for its key; the limit of SQL Server is {most}.");
        }
    }

    /// <summary>SQL Server refuses a schema in which one delete reaches a table by two paths (error 1785). SQLite accepts it.</summary>
    [Fact]
    public void Deletes_ReachEachTableByOnePathOnly()
    {
        using var context = Model(SqlServer);
        foreach (var table in Tables(context))
        {
            var reached = Reached(table).ToList();
            Assert.Equal(reached.Distinct(), reached);
            Assert.DoesNotContain(table, reached);
        }

        static IEnumerable<ITable> Reached(ITable table) => table.ReferencingForeignKeyConstraints
            .Where(key => key.OnDeleteAction is not (ReferentialAction.NoAction or ReferentialAction.Restrict))
            .SelectMany(key => Reached(key.Table).Prepend(key.Table));
    }

    private static DashboardContext Model(string provider) =>
        provider == SqlServer ? NoServer.Open([]) : SqliteDatabase.Open("Data Source=:memory:");

    private static DashboardContext On(SqliteConnection connection)
    {
        var options = new DbContextOptionsBuilder<DashboardContext>();
        options.UseSqlite(connection, sqlite => sqlite.MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name));
        return new(options.Options);
    }

    private static IEnumerable<ITable> Tables(DbContext context) =>
        context.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables;

    private static int BytesOf(IColumn column) => column.StoreType switch
    {
        "bigint" or "float" => 8,
        "int" => 4,
        "tinyint" or "bit" => 1,
        "date" => 3,
        "datetimeoffset(3)" => 9,
        var text when text.StartsWith("nvarchar(", StringComparison.Ordinal) && int.TryParse(text["nvarchar(".Length..^1], out var length) => 2 * length,
        var other => throw new NotSupportedException($"{column.Name} is {other}, which a SQL Server index cannot contain."),
    };

    /// <summary>Every column, index and foreign key, one per line, in a fixed order.</summary>
    private static async Task<List<string>> SchemaAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """
            WITH tables AS (SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\_\_EF%' ESCAPE '\')
            SELECT t.name || ' column ' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk || ' ' || COALESCE(c.dflt_value, '') FROM tables t, pragma_table_xinfo(t.name) c
            UNION ALL
            SELECT t.name || ' index ' || i.name || ' ' || i."unique" || ' ' || i.partial || ' ' || group_concat(k.name || ' ' || k."desc" || ' ' || k.coll)
                FROM tables t, pragma_index_list(t.name) i, pragma_index_xinfo(i.name) k WHERE k.key = 1 GROUP BY t.name, i.name
            UNION ALL
            SELECT t.name || ' key ' || f."from" || ' ' || f."table" || ' ' || f."to" || ' ' || f.on_delete FROM tables t, pragma_foreign_key_list(t.name) f
            ORDER BY 1
            """;
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(Token);
        while (await reader.ReadAsync(Token))
            lines.Add(reader.GetString(0));
        return lines;
    }
}
