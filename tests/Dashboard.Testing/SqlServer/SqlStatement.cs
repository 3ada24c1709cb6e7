using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace Dashboard.Testing.SqlServer;

/// <summary>A statement for SQL Server and the parameters that it needs, declared as T-SQL declares them.</summary>
public sealed record SqlStatement(string Text, IReadOnlyList<string> Parameters)
{
    internal static SqlStatement Of(DbCommand command) =>
        new(command.CommandText, [.. command.Parameters.Cast<SqlParameter>().Select(parameter => $"{Name(parameter)} {TypeOf(parameter)}")]);

    private static string Name(SqlParameter parameter) =>
        parameter.ParameterName.StartsWith('@') ? parameter.ParameterName : "@" + parameter.ParameterName;

    private static string TypeOf(SqlParameter parameter) => parameter.SqlDbType switch
    {
        SqlDbType.NVarChar when parameter.Size is > 0 and <= 4000 => $"nvarchar({parameter.Size})",
        SqlDbType.NVarChar => "nvarchar(max)",
        SqlDbType.VarBinary when parameter.Size is > 0 and <= 8000 => $"varbinary({parameter.Size})",
        SqlDbType.VarBinary => "varbinary(max)",
        SqlDbType.BigInt or SqlDbType.Int or SqlDbType.SmallInt or SqlDbType.TinyInt or SqlDbType.Bit or SqlDbType.Float or SqlDbType.Date
            or SqlDbType.DateTimeOffset => parameter.SqlDbType.ToString().ToLowerInvariant(),
        _ => throw new NotSupportedException($"{parameter.ParameterName} is {parameter.SqlDbType}: add its T-SQL declaration here."),
    };
}
