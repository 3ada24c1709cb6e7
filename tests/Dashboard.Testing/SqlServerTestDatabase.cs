using System.Collections.Concurrent;
using System.Data.Common;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dashboard.Testing;

/// <summary>
/// A database on the server of <c>DASHBOARD_TEST_SQLSERVER</c>, a connection string whose login may create databases. Migrations take
/// seconds, so a disposed database is emptied and used by another test. The process drops its databases at its end.
/// </summary>
public sealed class SqlServerTestDatabase : ITestDatabase
{
    private const string Setting = "DASHBOARD_TEST_SQLSERVER";

    private static readonly ConcurrentBag<string> Created = [];
    private static readonly ConcurrentBag<string> Empty = [];

    /// <summary>Deletes the rows of every table, tables that refer to others first, and inserts those that the migrations insert.</summary>
    private static readonly Lazy<string> AsMigrated = new(() =>
    {
        using var context = SqlServerDatabase.Open("Server=none");
        var model = context.GetService<IDesignTimeModel>().Model;
        var tables = model.GetRelationalModel().Tables.ToList();
        var statements = new List<string>();
        while (tables.Count > 0)
        {
            var table = tables.First(table => !table.ReferencingForeignKeyConstraints.Any(key => key.Table != table && tables.Contains(key.Table)));
            statements.Add($"DELETE FROM [{table.Name}];");
            tables.Remove(table);
        }

        foreach (var entity in model.GetEntityTypes())
        {
            foreach (var row in entity.GetSeedData())
            {
                var values = row.Select(value => entity.FindProperty(value.Key)!.GetRelationalTypeMapping().GenerateSqlLiteral(value.Value));
                statements.Add($"INSERT INTO [{entity.GetTableName()}] ([{string.Join("], [", row.Keys)}]) VALUES ({string.Join(", ", values)});");
            }
        }

        return string.Join('\n', statements);
    });

    /// <summary>Babelfish has no MERGE, which EF Core uses to insert several rows at once.</summary>
    private static readonly Lazy<int?> MaxBatchSize = new(() => IsBabelfish ? 1 : null);

    private static readonly Lazy<bool> Babelfish = new(() =>
    {
        using var connection = new SqlConnection(Server);
        connection.Open();
        using var version = new SqlCommand("SELECT @@VERSION", connection);
        return ((string)version.ExecuteScalar()).Contains("Babelfish", StringComparison.Ordinal);
    });

    private readonly string reusable;
    private bool isDisposed;
    private bool isAltered;

    static SqlServerTestDatabase() => AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAll();

    public SqlServerTestDatabase()
        : this(Empty.TryTake(out var empty) ? empty : Create())
    {
    }

    private SqlServerTestDatabase(string name)
    {
        reusable = name;
        ConnectionString = ConnectionStringOf(name);
    }

    /// <summary>Why tests cannot run on SQL Server here, or null if they can.</summary>
    public static string? WhyNot =>
        string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Setting)) ? $"{Setting} contains no connection string." : null;

    /// <summary>True if the server is Babelfish for PostgreSQL, which lacks much of SQL Server. Tests of that are skipped there.</summary>
    public static bool IsBabelfish => Babelfish.Value;

    public string ConnectionString { get; }

    public IStaging Staging { get; } = new SqlServerStaging();

    public IReadOnlyDictionary<string, string> Settings
    {
        get
        {
            var settings = new Dictionary<string, string> { ["Database:Provider"] = "SqlServer", ["Database:ConnectionString"] = ConnectionString };
            if (MaxBatchSize.Value is { } most)
                settings["Database:MaxBatchSize"] = $"{most}";
            return settings;
        }
    }

    private static string Server => Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } server
        ? server
        : throw new InvalidOperationException($"{Setting} contains no connection string.");

    public DashboardContext CreateDbContext() => ContextOf(ConnectionString);

    public DbConnection Connect() => new SqlConnection(ConnectionString);

    /// <summary>Removes the foreign keys that refer to a table, as someone with the database's password could. No other test uses the database after that.</summary>
    public void DropForeignKeysTo(string table)
    {
        isAltered = true;
        using var context = CreateDbContext();
        foreach (var key in context.Model.GetRelationalModel().Tables.SelectMany(referring => referring.ForeignKeyConstraints).Where(key => key.PrincipalTable.Name == table))
#pragma warning disable EF1002 // Names of the schema.
            context.Database.ExecuteSqlRaw($"IF OBJECT_ID(N'[{key.Name}]') IS NOT NULL ALTER TABLE [{key.Table.Name}] DROP CONSTRAINT [{key.Name}]");
#pragma warning restore EF1002
    }

    /// <summary>A database that no test has used: its first rows have the number 1.</summary>
    public static SqlServerTestDatabase New() => new(Create());

    internal static DashboardContext ContextOf(string connectionString) => SqlServerDatabase.Open(connectionString, MaxBatchSize.Value);

    public void Dispose()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        if (isAltered)
            return;
        using var context = CreateDbContext();
        context.Database.ExecuteSqlRaw(AsMigrated.Value);
        Empty.Add(reusable);
    }

    private static string ConnectionStringOf(string database) => new SqlConnectionStringBuilder(Server) { InitialCatalog = database }.ToString();

    private static string Create()
    {
        var name = $"dashboard_test_{Guid.CreateVersion7():N}";
        OnServer($"CREATE DATABASE [{name}]");
        Created.Add(name);
        if (!IsBabelfish)
            OnServer($"ALTER DATABASE [{name}] SET READ_COMMITTED_SNAPSHOT ON");
        using var context = ContextOf(ConnectionStringOf(name));
        context.Database.Migrate();
        return name;
    }

    private static void DropAll()
    {
        SqlConnection.ClearAllPools();
        foreach (var name in Created)
            OnServer($"DROP DATABASE [{name}]");
    }

    private static void OnServer(string statement)
    {
        using var connection = new SqlConnection(Server);
        connection.Open();
#pragma warning disable CA2100 // The only name in it was made here.
        using var command = new SqlCommand(statement, connection) { CommandTimeout = 120 };
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
