using System.Data.Common;
using Dashboard.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Dashboard.Slice.Tests.Concurrency;

/// <summary>A test's database, as one server sees it: with something happening at a chosen moment.</summary>
internal sealed class Interposed(IDbContextFactory<DashboardContext> database, params IInterceptor[] interceptors) : IDbContextFactory<DashboardContext>
{
    public DashboardContext CreateDbContext()
    {
        using var plain = database.CreateDbContext();
        var options = (DbContextOptions<DashboardContext>)plain.GetService<IDbContextOptions>();
        return new(new DbContextOptionsBuilder<DashboardContext>(options).AddInterceptors(interceptors).Options);
    }
}

/// <summary>Does something once, when a use case reaches a place: before a statement that contains a text, or around a transaction.</summary>
internal sealed class Moment(string place, Func<Task> act) : IDbCommandInterceptor, IDbTransactionInterceptor
{
    public const string Beginning = "begin", Committing = "commit", Committed = "committed";

    private int done;

    public bool IsReached => done > 0;

    public async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await ReachAsync(command.CommandText.Contains(place, StringComparison.Ordinal));
        return result;
    }

    public async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await ReachAsync(command.CommandText.Contains(place, StringComparison.Ordinal));
        return result;
    }

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        await ReachAsync(place == Beginning);
        return result;
    }

    public async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await ReachAsync(place == Committing);
        return result;
    }

    public async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        await ReachAsync(place == Committed);

    private Task ReachAsync(bool isHere) => isHere && Interlocked.Exchange(ref done, 1) == 0 ? act() : Task.CompletedTask;
}

/// <summary>While it is on, the database does not answer.</summary>
internal sealed class Outage : IDbCommandInterceptor, IDbConnectionInterceptor, IDbTransactionInterceptor
{
    public bool IsOn { get; set; }

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => Answer(result);

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => new(Answer(result));

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Answer(result));

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Answer(result));

    public ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => new(Answer(result));

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => new(Answer(result));

    private T Answer<T>(T result) => IsOn ? throw new ConnectionDropped() : result;
}

/// <summary>The error of a connection that ended, as every database's driver can report it.</summary>
internal sealed class ConnectionDropped() : DbException("The connection was dropped.")
{
    public override bool IsTransient => true;
}
