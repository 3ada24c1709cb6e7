using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Inventory;

/// <summary>Keeps what each dataset holds equal to a recount of its copies: its shares of the rollups, and between which resource ids they lie.</summary>
public static class DatasetHoldings
{
    private const int ChunkSize = 500;

    /// <summary>{0}: ids of the datasets. In the SQL that SQLite and SQL Server share.</summary>
    public static readonly IReadOnlyList<CompositeFormat> Inserts =
    [
        CompositeFormat.Parse("""
            INSERT INTO "DatasetRollups" ("DatasetId", "RollupId", "Copies", "Bytes")
            SELECT c."DatasetId", c."RollupId", SUM(CAST(1 AS bigint)), SUM(c."Bytes") FROM "Copies" AS c
            WHERE c."DatasetId" IN ({0}) GROUP BY c."DatasetId", c."RollupId"
            """),
        CompositeFormat.Parse("""
            INSERT INTO "DatasetSpans" ("DatasetId", "First", "Last")
            SELECT c."DatasetId", MIN(c."ResourceId"), MAX(c."ResourceId") FROM "Copies" AS c
            WHERE c."DatasetId" IN ({0}) GROUP BY c."DatasetId"
            """),
    ];

    /// <summary>
    /// Counts the copies of these datasets anew, inside the caller's transaction: whoever changed, added or moved copies calls it for all
    /// datasets that had or have them.
    /// </summary>
    public static async Task RecountAsync(DashboardContext context, IEnumerable<long> datasetIds, CancellationToken cancellationToken)
    {
        foreach (var chunk in datasetIds.Distinct().Order().Chunk(ChunkSize))
        {
            await context.DatasetRollups.Where(rollup => chunk.Contains(rollup.DatasetId)).ExecuteDeleteAsync(cancellationToken);
            await context.DatasetSpans.Where(span => chunk.Contains(span.DatasetId)).ExecuteDeleteAsync(cancellationToken);

            // Numbers of ours, written into the statements: so many would be too many parameters.
            var ids = string.Join(", ", chunk);
            foreach (var insert in Inserts)
                await context.Database.ExecuteSqlRawAsync(string.Format(CultureInfo.InvariantCulture, insert, ids), cancellationToken);
        }
    }
}
