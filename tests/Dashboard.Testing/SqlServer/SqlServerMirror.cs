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
/// Says of every query that tests run on SQLite what SQL Server would be asked, so that it can be checked without a server. A query is
/// noted when it starts and mirrored when its command runs, once per command text; a command that no noted query explains is a failure,
/// so nothing passes unseen. What saving writes does not depend on tests, and is not mirrored: the model says it all.
/// </summary>
public sealed class SqlServerMirror : DbCommandInterceptor
{
    private static readonly ConditionalWeakTable<DbContext, Expression> Started = [];

    private readonly ConcurrentDictionary<string, bool> seen = [];
    private readonly ConcurrentDictionary<string, SqlStatement> statements = [];
    private readonly ConcurrentDictionary<string, string> failed = [];

    /// <summary>The one that every test database is held up to. Set before any test, by the test project that checks the statements.</summary>
    public static SqlServerMirror? Shared { get; set; }

    /// <summary>Different commands seen on SQLite.</summary>
    public int Commands => seen.Count;

    /// <summary>What SQL Server would be asked, each once.</summary>
    public ICollection<SqlStatement> Statements => statements.Values;

    /// <summary>What has no mirror, and why.</summary>
    public IReadOnlyList<string> Failures => [.. failed.Select(failure => $"{failure.Value}\n{failure.Key}").Order(StringComparer.Ordinal)];

    /// <summary>Staging tables are temporary on both databases, where no static check can see them: they take the names of ordinary ones.</summary>
    public static string Translated(string sql) =>
        sql.Replace("temp.Staged", "Staged", StringComparison.Ordinal).Replace("#Staged", "Staged", StringComparison.Ordinal);

    /// <summary>Has the queries of these SQLite contexts mirrored.</summary>
    public void Watch(DbContextOptionsBuilder options) => options.AddInterceptors(this).ReplaceService<IQueryCompiler, MirroredQueryCompiler>();

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Heed(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Heed(command, eventData);
        return new(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Heed(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Heed(command, eventData);
        return new(result);
    }

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Heed(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Heed(command, eventData);
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
        catch (Exception exception) // An edge: whatever goes wrong in the twin is noted as a failure, and must not fail the query that it mirrors.
        {
            // What comes after the command fails on its empty answer: First finds nothing, Max has no value.
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

    private void Heed(DbCommand command, CommandEventData data)
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
            failed[command.CommandText] = $"A command ({data.CommandSource}) that no query explains.";
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
        _ => throw new NotSupportedException($"A raw parameter of {value?.GetType().Name ?? "null"}: say here how T-SQL declares it."),
    };
}
