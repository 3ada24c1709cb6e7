using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Inventory;

/// <summary>Keeps what stands on the shelves equal to the sum of the rollups.</summary>
public static class ShelfSums
{
    /// <summary>{0}: ids of sources. In the SQL that SQLite and SQL Server share.</summary>
    public static readonly CompositeFormat Insert = CompositeFormat.Parse("""
        INSERT INTO "ShelfRollups" ("RollupId", "SourceId", "LocationId", "Role", "State", "ClassificationId", "Rollups", "Copies", "Bytes")
        SELECT MIN(r."Id"), r."SourceId", r."LocationId", r."Role", r."State", r."ClassificationId", SUM(CAST(1 AS bigint)), SUM(r."Copies"), SUM(r."Bytes")
        FROM "CopyRollups" AS r
        WHERE r."SourceId" IN ({0})
        GROUP BY r."SourceId", r."LocationId", r."Role", r."State", r."ClassificationId" HAVING SUM(r."Copies") > 0
        """);

    /// <summary>Adds up anew, inside the caller's transaction, the shelves of the sources to which these rollups belong.</summary>
    internal static async Task RecountAsync(DashboardContext context, IEnumerable<long> rollupIds, CancellationToken cancellationToken)
    {
        long[] changed = [.. rollupIds];
        var sources = await context.CopyRollups.Where(rollup => EF.Parameter(changed).Contains(rollup.Id))
            .Select(rollup => rollup.SourceId).Distinct().ToListAsync(cancellationToken);
        if (sources.Count == 0)
            return;
        await context.ShelfRollups.Where(shelf => sources.Contains(shelf.SourceId)).ExecuteDeleteAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync(string.Format(CultureInfo.InvariantCulture, Insert, string.Join(", ", sources)), cancellationToken);
    }
}
