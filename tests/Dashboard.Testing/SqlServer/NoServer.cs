using System.Data;
using System.Data.Common;
using Dashboard.Core;
using Dashboard.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dashboard.Testing.SqlServer;

/// <summary>A context that generates SQL for SQL Server without a server: it keeps what it would send, and every answer is empty.</summary>
public static class NoServer
{
    private static readonly NoConnection Connection = new();

    public static DashboardContext Open(ICollection<SqlStatement> heard)
    {
        var options = new DbContextOptionsBuilder<DashboardContext>();
        options.UseDashboardSqlServer("Server=none;Database=none").AddInterceptors(Connection, new Listener(heard));
        var context = new DashboardContext(options.Options);
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return context;
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            new(InterceptionResult.Suppress());
    }

    private sealed class Listener(ICollection<SqlStatement> heard) : DbCommandInterceptor
    {
        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            heard.Add(SqlStatement.Of(command));
            using var nothing = new DataTable();
            return InterceptionResult<DbDataReader>.SuppressWithResult(nothing.CreateDataReader());
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            new(ReaderExecuting(command, eventData, result));

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            heard.Add(SqlStatement.Of(command));
            return InterceptionResult<int>.SuppressWithResult(0);
        }

        public override InterceptionResult<object> ScalarExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
        {
            heard.Add(SqlStatement.Of(command));
            return InterceptionResult<object>.SuppressWithResult(0);
        }
    }
}
