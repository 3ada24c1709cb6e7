using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dashboard.Sqlite;

/// <summary>
/// Sets the options that SQLite keeps per connection, not in the file. A statement that finds the file locked waits a second inside SQLite;
/// the provider then repeats it until the time limit of the command. With <c>synchronous=FULL</c>, a commit is on disk when it
/// returns: what the dashboard has shown must survive a power failure. https://www.sqlite.org/pragma.html
/// </summary>
internal sealed class ConnectionSettings : DbConnectionInterceptor
{
    public static readonly ConnectionSettings Instance = new();

    private const string Pragmas = """
        PRAGMA busy_timeout = 1000;
        PRAGMA synchronous = FULL;
        PRAGMA temp_store = FILE;
        PRAGMA cache_size = -65536;
        """;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
