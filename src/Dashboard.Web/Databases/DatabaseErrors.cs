using System.Data.Common;
using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Sqlite;
using Dashboard.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Dashboard.Web.Databases;

/// <summary>The only place that decides what an exception says about the database.</summary>
internal static class DatabaseErrors
{
    /// <summary>What the innermost error of the database means. EF Core wraps it, sometimes more than once.</summary>
    public static DatabaseTrouble MeaningOf(Exception? exception) => exception switch
    {
        null or CommitUncertainException => DatabaseTrouble.Other, // An uncertain commit must not be done again.
        ActorChangedException => DatabaseTrouble.Conflict,
        SqlException error => SqlServerErrors.MeaningOf(error),
        SqliteException error => SqliteErrors.MeaningOf(error),
        DbException { IsTransient: true } or TimeoutException => DatabaseTrouble.Away,
        InvalidOperationException { InnerException: null } full when full.Message.Contains("from the pool", StringComparison.Ordinal) => DatabaseTrouble.Away,
        _ => MeaningOf(exception.InnerException),
    };
}
