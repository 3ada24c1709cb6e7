using System.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests;

/// <summary>SQLite's query plan with the query's own parameters.</summary>
internal static class QueryPlan
{
    /// <returns>One step per line.</returns>
    public static async Task<string> OfAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
        if (command.Connection!.State is not ConnectionState.Open)
            await command.Connection.OpenAsync(cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var steps = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            steps.Add(reader.GetString(reader.GetOrdinal("detail")));
        return string.Join('\n', steps);
    }
}
