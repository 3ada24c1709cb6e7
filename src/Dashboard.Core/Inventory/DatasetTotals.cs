using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Inventory;

/// <summary>Keeps the totals of each dataset in each rollup equal to a recount of its copies.</summary>
public static class DatasetTotals
{
    private const int ChunkSize = 500;

    /// <summary>{0} is the list of dataset IDs. Valid for both SQLite and SQL Server.</summary>
    public static readonly CompositeFormat Insert = CompositeFormat.Parse("""
        INSERT INTO "DatasetRollups" ("DatasetId", "RollupId", "Copies", "Bytes")
        SELECT c."DatasetId", c."RollupId", SUM(CAST(1 AS bigint)), SUM(c."Bytes") FROM "Copies" AS c
        WHERE c."DatasetId" IN ({0}) GROUP BY c."DatasetId", c."RollupId"
        """);

    /// <summary>
    /// Recounts the copies of these datasets inside the caller's transaction. After you add, change or move copies, call it for every dataset
    /// that has or had them.
    /// </summary>
    public static async Task RecountAsync(DashboardContext context, IEnumerable<long> datasetIds, CancellationToken cancellationToken)
    {
        foreach (var chunk in datasetIds.Distinct().Order().Chunk(ChunkSize))
        {
            await context.DatasetRollups.Where(rollup => chunk.Contains(rollup.DatasetId)).ExecuteDeleteAsync(cancellationToken);

            // The IDs come from our own tables, so they are safe in the statement text. As parameters, there would be too many.
            var sql = string.Format(CultureInfo.InvariantCulture, Insert, string.Join(", ", chunk));
            await context.Database.ExecuteSqlRawAsync(sql, cancellationToken);
        }
    }
}
