using Dashboard.Core;
using Microsoft.Data.SqlClient;

namespace Dashboard.SqlServer;

/// <summary>The meaning of SQL Server's error numbers. https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors</summary>
public static class SqlServerErrors
{
    /// <summary>Errors of this class or a higher one end the connection.</summary>
    private const int EndsConnection = 20;

    public static DatabaseTrouble MeaningOf(SqlException exception)
    {
        foreach (SqlError error in exception.Errors)
        {
            if (MeaningOf(error.Number) is not DatabaseTrouble.Other and var known)
                return known is DatabaseTrouble.Busy && exception.ClientConnectionId == Guid.Empty ? DatabaseTrouble.Away : known;
        }

        return exception.Class >= EndsConnection ? DatabaseTrouble.Away : DatabaseTrouble.Other;
    }

    internal static DatabaseTrouble MeaningOf(int number) => number switch
    {
        1205 or 3960 or 3961 => DatabaseTrouble.Conflict, // Deadlock victim; update conflict under snapshot isolation.
        2601 or 2627 => DatabaseTrouble.Conflict, // Unique index; unique constraint or primary key.
        -2 or 1222 => DatabaseTrouble.Busy, // Command timeout; lock timeout.
        -1 or 2 or 20 or 35 or 40 or 53 or 64 or 121 or 233 or 258 or 596 or 10053 or 10054 or 10060 or 10061 or 11001 => DatabaseTrouble.Away, // Network.
        921 or 922 or 927 or 976 or 978 or 983 or 3906 or 4060 or 6005 or 17142 or 18401 => DatabaseTrouble.Away, // Starting, stopping or failing over.
        10928 or 10929 or 40197 or 40501 or 40613 or 49918 or 49919 or 49920 => DatabaseTrouble.Away, // Azure SQL: moving, or too busy for now.
        _ => DatabaseTrouble.Other,
    };
}
