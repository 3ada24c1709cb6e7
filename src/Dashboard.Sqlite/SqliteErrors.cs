using Dashboard.Core;
using Microsoft.Data.Sqlite;

namespace Dashboard.Sqlite;

/// <summary>The meaning of SQLite's result codes. https://www.sqlite.org/rescode.html</summary>
public static class SqliteErrors
{
    private const int Busy = 5, Locked = 6, DiskError = 10, Protocol = 15;
    private const int OutdatedSnapshot = 517, PrimaryKey = 1555, Unique = 2067;

    public static DatabaseTrouble MeaningOf(SqliteException exception) => exception switch
    {
        { SqliteExtendedErrorCode: OutdatedSnapshot or PrimaryKey or Unique } => DatabaseTrouble.Conflict,
        { SqliteErrorCode: Busy or Locked } => DatabaseTrouble.Busy,
        { SqliteErrorCode: DiskError or Protocol } => DatabaseTrouble.Away,
        _ => DatabaseTrouble.Other,
    };
}
