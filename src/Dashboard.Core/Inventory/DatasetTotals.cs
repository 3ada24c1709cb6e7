using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Inventory;

/// <summary>Keeps the totals of each dataset, rollup by rollup, equal to a recount of its copies.</summary>
public static class DatasetTotals
{
    private const int ChunkSize = 500;

    /// <summary>{0}: ids of the datasets. In the SQL that SQLite and SQL Server share.</summary>
    public static readonly CompositeFormat Insert = CompositeFormat.Parse("""
        INSERT INTO "DatasetRollups" ("DatasetId", "RollupId", "Copies", "Bytes")
        SELECT c."DatasetId", c."RollupId", SUM(CAST(1 AS bigint)), SUM(c."Bytes") FROM "Copies" AS c
        WHERE c."DatasetId" IN ({0}) GROUP BY c."DatasetId", c."RollupId"
        """);

    /// <summary>
    /// Counts the copies of these datasets again, inside the caller's transaction. Call it after you change, add or move copies, for
    /// every dataset that had or has them.
    /// </summary>
    public static async Task RecountAsync(DashboardContext context, IEnumerable<long> datasetIds, CancellationToken cancellationToken)
    {
        foreach (var chunk in datasetIds.Distinct().Order().Chunk(ChunkSize))
        {
            await context.DatasetRollups.Where(rollup => chunk.Contains(rollup.DatasetId)).ExecuteDeleteAsync(cancellationToken);

            // Ids from our own tables, written into the statement: as parameters they would be too many.
            var sql = string.Format(CultureInfo.InvariantCulture, Insert, string.Join(", ", chunk));
            await context.Database.ExecuteSqlRawAsync(sql, cancellationToken);
        }
    }
}
