using System.Data.Common;
using Dashboard.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dashboard.Sqlite;

/// <summary>
/// SQLite waits for other writers when a transaction begins. That is a statement of the provider, which knows only the connection's time limit; it
/// gets the context's, so that a decision gives up after seconds and an import does not.
/// </summary>
internal sealed class TransactionTimeLimit : DbTransactionInterceptor
{
    public static readonly TransactionTimeLimit Instance = new();

    public override InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        Apply(connection, eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        Apply(connection, eventData.Context);
        return new(result);
    }

    private static void Apply(DbConnection connection, DbContext? context) =>
        ((SqliteConnection)connection).DefaultTimeout = context?.Database.GetCommandTimeout() ?? TimeLimits.StatementSeconds;
}
