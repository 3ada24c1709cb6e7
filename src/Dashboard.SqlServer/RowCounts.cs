using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dashboard.SqlServer;

/// <summary>
/// Makes statements return the number of rows they changed, on which decisions depend. A server can be configured not to count
/// (<c>sp_configure 'user options', 512</c>), and saving switches counting off.
/// https://learn.microsoft.com/sql/t-sql/statements/set-nocount-transact-sql
/// </summary>
internal sealed class RowCounts : DbCommandInterceptor
{
    public static readonly RowCounts Instance = new();

    private const string On = "SET NOCOUNT OFF;\n";

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Count(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Count(command, eventData);
        return new(result);
    }

    private static void Count(DbCommand command, CommandEventData data)
    {
        if (data.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete or CommandSource.ExecuteSqlRaw
            && !command.CommandText.StartsWith(On, StringComparison.Ordinal))
            command.CommandText = On + command.CommandText;
    }
}
