using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Inventory;

/// <summary>Keeps each dataset's share of the rollups equal to a recount.</summary>
public static class DatasetRollups
{
    private const int ChunkSize = 500;

    /// <summary>{0}: ids of the datasets. In the SQL that SQLite and SQL Server share.</summary>
    public static readonly CompositeFormat Insert = CompositeFormat.Parse("""
        INSERT INTO "DatasetRollups" ("DatasetId", "RollupId", "Copies", "Bytes")
        SELECT c."DatasetId", c."RollupId", SUM(CAST(1 AS bigint)), SUM(c."Bytes") FROM "Copies" AS c
        WHERE c."DatasetId" IN ({0}) GROUP BY c."DatasetId", c."RollupId"
        """);

    /// <summary>
    /// Counts the copies of these datasets anew, inside the caller's transaction: whoever changed, added or moved copies calls it for all
    /// datasets that had or have them.
    /// </summary>
    public static async Task RecountAsync(DashboardContext context, IEnumerable<long> datasetIds, CancellationToken cancellationToken)
    {
        foreach (var chunk in datasetIds.Distinct().Order().Chunk(ChunkSize))
        {
            await context.DatasetRollups.Where(rollup => chunk.Contains(rollup.DatasetId)).ExecuteDeleteAsync(cancellationToken);

            // Numbers of ours, written into the statement: so many would be too many parameters.
            var statement = string.Format(CultureInfo.InvariantCulture, Insert, string.Join(", ", chunk));
            await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        }
    }
}
