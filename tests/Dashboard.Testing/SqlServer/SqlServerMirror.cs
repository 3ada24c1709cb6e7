using System.Collections;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Dashboard.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;

namespace Dashboard.Testing.SqlServer;

/// <summary>
/// Collects the SQL Server statement for every query that tests run on SQLite, so that it can be checked without a server. A query is noted
/// when it starts and mirrored when its command runs, once per command text. A command without a noted query is a failure, so nothing is
/// missed. The statements of SaveChanges do not depend on tests, only on the model, and are not mirrored.
/// </summary>
public sealed class SqlServerMirror : DbCommandInterceptor
{
    private static readonly ConditionalWeakTable<DbContext, Expression> Started = [];

    private readonly ConcurrentDictionary<string, bool> seen = [];
    private readonly ConcurrentDictionary<string, SqlStatement> statements = [];
    private readonly ConcurrentDictionary<string, string> failed = [];

    /// <summary>The mirror that watches every test database. Set before any test, by the test project that checks the statements.</summary>
    public static SqlServerMirror? Shared { get; set; }

    /// <summary>Number of different commands seen on SQLite.</summary>
    public int Commands => seen.Count;

    /// <summary>The statements for SQL Server, each once.</summary>
    public ICollection<SqlStatement> Statements => statements.Values;

    /// <summary>The queries that could not be mirrored, and why.</summary>
    public IReadOnlyList<string> Failures => [.. failed.Select(failure => $"{failure.Value}\n{failure.Key}").Order(StringComparer.Ordinal)];

    /// <summary>
    /// Staging tables are temporary on both databases, so a static check cannot see them. They get the names of ordinary tables.
    /// </summary>
    public static string Translated(string sql) =>
        sql.Replace("temp.Staged", "Staged", StringComparison.Ordinal).Replace("#Staged", "Staged", StringComparison.Ordinal);

    /// <summary>Mirrors the queries of contexts with these SQLite options.</summary>
    public void Watch(DbContextOptionsBuilder options) => options.AddInterceptors(this).ReplaceService<IQueryCompiler, MirroredQueryCompiler>();

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Observe(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Observe(command, eventData);
        return new(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Observe(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Observe(command, eventData);
        return new(result);
    }

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Observe(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Observe(command, eventData);
        return new(result);
    }

    internal static void Start(DbContext context, Expression query) => Started.AddOrUpdate(context, query);

    /// <summary>Mirrors one query of a SQLite context.</summary>
    private void Mirror(string command, Expression query)
    {
        var heard = new List<SqlStatement>();
        try
        {
            using var twin = NoServer.Open(heard);
            var provider = twin.GetService<IAsyncQueryProvider>();
            Run(provider, new MirroredRoots(twin, provider).Visit(query));
        }
        catch (Exception exception) // An edge: any error in the twin is noted as a failure, and must not fail the query that it mirrors.
        {
            // Errors after the command are expected, because its answer is empty: First finds nothing, Max has no value.
            if (heard.Count == 0)
                failed[command] = exception.InnerException?.Message ?? exception.Message;
        }

        foreach (var statement in heard)
            statements.TryAdd(statement.Text, statement);
    }

    private static void Run(IAsyncQueryProvider provider, Expression query)
    {
        if (!query.Type.IsAssignableTo(typeof(IQueryable)))
        {
            provider.Execute(query);
            return;
        }

        foreach (var _ in (IEnumerable)provider.CreateQuery(query))
            break;
    }

    private void Observe(DbCommand command, CommandEventData data)
    {
        switch (data.CommandSource)
        {
            case CommandSource.SaveChanges or CommandSource.Migrations:
                return;
            case CommandSource.ExecuteSqlRaw:
                if (seen.TryAdd(command.CommandText, true))
                    KeepRaw(command);
                return;
        }

        var query = data.Context is { } context && Started.TryGetValue(context, out var started) ? started : null;
        if (query is not null)
            Started.Remove(data.Context!);
        if (!seen.TryAdd(command.CommandText, true))
            return;
        if (query is null)
            failed[command.CommandText] = $"No query was noted for this command ({data.CommandSource}).";
        else
            Mirror(command.CommandText, query);
    }

    private void KeepRaw(DbCommand command)
    {
        var text = Translated(command.CommandText);
        statements.TryAdd(text, new(text, [.. command.Parameters.Cast<DbParameter>().Select(parameter => $"{parameter.ParameterName} {TypeOf(parameter.Value)}")]));
    }

    /// <summary>A time is text on SQLite only.</summary>
    private static string TypeOf(object? value) => value switch
    {
        long => "bigint",
        string text when text.Length == 24 && text.EndsWith('Z') && UtcText.Read(text) != default => "datetimeoffset",
        string => "nvarchar(max)",
        _ => throw new NotSupportedException($"A raw parameter of {value?.GetType().Name ?? "null"}: add its T-SQL declaration here."),
    };
}
