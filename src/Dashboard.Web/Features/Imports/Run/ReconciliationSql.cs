using Dashboard.Core.Deletions;
using Dashboard.Core.Imports;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>
/// The statements of an import, in SQL that works on both SQLite and SQL Server: <c>UPDATE … FROM</c> with the target named by its
/// table, quoted identifiers, and <c>CROSS JOIN</c> with conditions, which also fixes the join order on SQLite. The numbers of states
/// and changes are those of <c>CopyState</c> and <see cref="StagedChange"/>.
/// </summary>
internal sealed class ReconciliationSql(IStaging staging)
{
    private const string Present = "0";
    private const string DeletionReported = "2";
    private const string VerifiedAbsent = "3";
    private const string Missing = "4";
    private const string Reappeared = "5";

    // Changes of copies that exist, and all changes that write a copy.
    private const string Touched = "2, 3, 4, 5";
    private const string Written = "0, 2, 3, 4, 5";

    /// <summary>Whether <see cref="UpdateTouched"/> writes copies with this change.</summary>
    public static bool Touches(StagedChange change) =>
        change is StagedChange.Changed or StagedChange.Reappeared or StagedChange.Vanished or StagedChange.VerifiedAbsent;

    private readonly string staged = staging.Copies;
    private readonly string ids = staging.Ids;

    /// <summary>{0}: source. A size that is not fully stated never lowers the known one.</summary>
    public string Match => $$"""
        UPDATE {{staged}} SET
            "CopyId" = c."Id",
            "RollupId" = c."RollupId",
            "Bytes" = {{SizeAfter}},
            "State" = CASE WHEN c."State" IN ({{VerifiedAbsent}}, {{Missing}}) THEN {{Reappeared}} ELSE c."State" END,
            "Change" = CASE
                WHEN c."State" IN ({{VerifiedAbsent}}, {{Missing}}) THEN {{(int)StagedChange.Reappeared}}
                WHEN c."DatasetId" <> {{staged}}."DatasetId" OR c."LocationId" <> {{staged}}."LocationId"
                    OR c."Role" <> {{staged}}."Role" OR c."Bytes" <> {{SizeAfter}}
                    OR {{staged}}."SizeUnknown" <> CASE WHEN c."SizeUnknownSince" IS NULL THEN 0 ELSE 1 END
                    OR c."IsHeldBySource" <> {{staged}}."Held"
                    OR {{Differs("Coverage")}}
                    OR {{Differs("Records")}}
                    OR {{Differs("Objects")}}
                    OR {{Differs("Fingerprint")}}
                    OR {{Differs("RetainUntil")}}
                    OR {{Differs("CreatedAt")}}
                THEN {{(int)StagedChange.Changed}}
                ELSE {{(int)StagedChange.Unchanged}} END
        FROM "Copies" AS c
        WHERE c."ResourceId" = {{staged}}."ResourceId" AND c."SourceId" = {0}
        """;

    private string SizeAfter => $"""CASE WHEN {staged}."SizeUnknown" = 1 AND c."Bytes" > {staged}."Bytes" THEN c."Bytes" ELSE {staged}."Bytes" END""";

    /// <summary>
    /// {0}: source. Adds the copies that rejected rows name, as they are. One that counted as absent is there again.
    /// </summary>
    public string AddNotUnderstood => $$"""
        {{InsertKnown}}
            CASE WHEN c."State" IN ({{VerifiedAbsent}}, {{Missing}}) THEN {{(int)StagedChange.Reappeared}} ELSE {{(int)StagedChange.NotUnderstood}} END,
            CASE WHEN c."State" IN ({{VerifiedAbsent}}, {{Missing}}) THEN {{Reappeared}} ELSE c."State" END
        FROM {{staging.Names}} AS n CROSS JOIN "Copies" AS c
        WHERE c."ResourceId" = n."ResourceId" AND c."SourceId" = {0}
            AND NOT EXISTS (SELECT 1 FROM {{staged}} AS s WHERE s."ResourceId" = c."ResourceId")
        """;

    /// <summary>{0}: source, from {1}: coverage. Copies whose deletion was reported are left out: they need proof, not only absence.</summary>
    /// <param name="except">Copies that are staged under another ID.</param>
    public string AddVanished(int coverages, IReadOnlyCollection<long> except) => $$"""
        {{InsertKnown}} {{(int)StagedChange.Vanished}}, {{Missing}}
        FROM "CopyRollups" AS r CROSS JOIN "Copies" AS c
        WHERE r."SourceId" = {0} AND r."Copies" > 0 AND c."RollupId" = r."Id"
            AND r."State" NOT IN ({{DeletionReported}}, {{VerifiedAbsent}}, {{Missing}})
            AND NOT EXISTS (SELECT 1 FROM {{staged}} AS s WHERE s."ResourceId" = c."ResourceId"){{Covered(coverages, from: 1)}}
            {{(except.Count == 0 ? "" : $"AND c.\"Id\" NOT IN ({string.Join(", ", except)})")}}
        """;

    /// <summary>Adds these copies as verified absent.</summary>
    public string AddVerifiedAbsent(IEnumerable<long> copyIds) => $"""
        {InsertKnown} {(int)StagedChange.VerifiedAbsent}, {VerifiedAbsent}
        FROM "Copies" AS c WHERE c."Id" IN ({string.Join(", ", copyIds)})
        """;

    /// <summary>{0}: source. The copies that were reported deleted and are neither listed nor named by a rejected row, or only named.</summary>
    public string ReportedAndNotListed => $$"""
        SELECT c."Id" AS "CopyId", c."Coverage", CASE WHEN s."ResourceId" IS NULL THEN 0 ELSE 1 END AS "NotUnderstood"
        FROM "CopyRollups" AS r CROSS JOIN "Copies" AS c LEFT JOIN {{staged}} AS s ON s."ResourceId" = c."ResourceId"
        WHERE r."SourceId" = {0} AND r."Copies" > 0 AND c."RollupId" = r."Id" AND r."State" = {{DeletionReported}}
            AND (s."ResourceId" IS NULL OR s."Change" = {{(int)StagedChange.NotUnderstood}})
        """;

    /// <summary>{0}: source. The copies that are neither listed nor absent, largest first.</summary>
    public string NotStaged => $$"""
        SELECT c."Id", c."ResourceId" AS "Name" FROM "CopyRollups" AS r CROSS JOIN "Copies" AS c
        WHERE r."SourceId" = {0} AND r."Copies" > 0 AND c."RollupId" = r."Id" AND r."State" NOT IN ({{VerifiedAbsent}}, {{Missing}})
            AND NOT EXISTS (SELECT 1 FROM {{staged}} AS s WHERE s."ResourceId" = c."ResourceId")
        ORDER BY c."Bytes" DESC
        """;

    /// <summary>The staged rows of copies that are not known, largest first.</summary>
    public string NewNames => $"""
        SELECT CAST(0 AS bigint) AS "Id", s."ResourceId" AS "Name" FROM {staged} AS s WHERE s."Change" = {(int)StagedChange.New} ORDER BY s."Bytes" DESC
        """;

    /// <summary>{0}: copy, {1}: resource ID. The staged row is the known copy under another name.</summary>
    public string Rename => $$"""
        UPDATE {{staged}} SET "CopyId" = {0}, "Change" = {{(int)StagedChange.Changed}}, "State" = (SELECT c."State" FROM "Copies" AS c WHERE c."Id" = {0}),
            "RollupId" = (SELECT c."RollupId" FROM "Copies" AS c WHERE c."Id" = {0})
        WHERE "ResourceId" = {1}
        """;

    /// <summary>{0}: source. What lists the source's copies that are not absent; null for copies that one report lists.</summary>
    public static string Coverages => $$"""
        SELECT c."Coverage" AS "Name", SUM(CAST(1 AS bigint)) AS "Copies" FROM "CopyRollups" AS r CROSS JOIN "Copies" AS c
        WHERE r."SourceId" = {0} AND r."Copies" > 0 AND c."RollupId" = r."Id" AND r."State" NOT IN ({{VerifiedAbsent}}, {{Missing}})
        GROUP BY c."Coverage"
        """;

    private static string Covered(int coverages, int from) => coverages == 0
        ? ""
        : $"""
             AND c."Coverage" IN ({string.Join(", ", Enumerable.Range(from, coverages).Select(at => $"{{{at}}}"))})
            """;

    private string InsertKnown => $"""
        INSERT INTO {staged} ("ResourceId", "Line", "DatasetId", "LocationId", "Role", "Bytes", "Records", "Objects",
            "Fingerprint", "RetainUntil", "CreatedAt", "SizeUnknown", "Held", "Coverage", "CopyId", "RollupId", "Change", "State")
        SELECT c."ResourceId", 0, c."DatasetId", c."LocationId", c."Role", c."Bytes", c."Records", c."Objects",
            c."Fingerprint", c."RetainUntil", c."CreatedAt", CASE WHEN c."SizeUnknownSince" IS NULL THEN 0 ELSE 1 END,
            c."IsHeldBySource", c."Coverage", c."Id", c."RollupId",
        """;

    /// <summary>{0}: resource ID. The row of it that was loaded.</summary>
    public string FirstStaged => $$"""
        SELECT "Line", "DatasetId", "LocationId", CAST("Role" AS int) AS "Role", "Bytes" FROM {{staged}} WHERE "ResourceId" = {0}
        """;

    /// <summary>{0}: resource ID, {1}: location, {2}: bytes.</summary>
    public string SettleStaged => $$"""
        UPDATE {{staged}} SET "LocationId" = {1}, "Bytes" = {2} WHERE "ResourceId" = {0}
        """;

    public string CountChanges => $"""
        SELECT "Change", SUM(CAST(1 AS bigint)) AS "Copies" FROM {staged} GROUP BY "Change"
        """;

    public string ReplacePlaceholders => $"""
        UPDATE {staged} SET
            "DatasetId" = COALESCE((SELECT i."Id" FROM {ids} AS i WHERE i."Placeholder" = {staged}."DatasetId"), "DatasetId"),
            "LocationId" = COALESCE((SELECT i."Id" FROM {ids} AS i WHERE i."Placeholder" = {staged}."LocationId"), "LocationId")
        WHERE "DatasetId" < 0 OR "LocationId" < 0
        """;

    public string SumsBefore => $"""
        SELECT c."RollupId", SUM(CAST(1 AS bigint)) AS "Copies", SUM(c."Bytes") AS "Bytes"
        FROM {staged} AS s CROSS JOIN "Copies" AS c
        WHERE s."Change" IN ({Touched}) AND c."Id" = s."CopyId" GROUP BY c."RollupId"
        """;

    public string SumsAfter => $"""
        SELECT s."LocationId", CAST(s."Role" AS int) AS "Role", CAST(s."State" AS int) AS "State", d."ClassificationId", d."SystemId",
            SUM(CAST(1 AS bigint)) AS "Copies", SUM(s."Bytes") AS "Bytes"
        FROM {staged} AS s CROSS JOIN "Datasets" AS d
        WHERE s."Change" IN ({Written}) AND d."Id" = s."DatasetId"
        GROUP BY s."LocationId", s."Role", s."State", d."ClassificationId", d."SystemId"
        """;

    /// <summary>
    /// Known copies that this import lists with another place, dataset or role, with much less in them (a fifth), or with a shorter retention.
    /// </summary>
    public string MaterialChanges => $"""
        SELECT m."FromDatasetId", m."ToDatasetId", m."FromLocationId", m."ToLocationId", m."FromRole", m."ToRole", m."Fell", m."Shortened",
            SUM(CAST(1 AS bigint)) AS "Copies", SUM(m."Before") AS "BytesBefore", SUM(m."After") AS "BytesAfter",
            SUM(m."RecordsBefore") AS "RecordsBefore", SUM(m."RecordsAfter") AS "RecordsAfter"
        FROM (SELECT c."DatasetId" AS "FromDatasetId", s."DatasetId" AS "ToDatasetId", c."LocationId" AS "FromLocationId",
                s."LocationId" AS "ToLocationId", CAST(c."Role" AS int) AS "FromRole", CAST(s."Role" AS int) AS "ToRole",
                CASE WHEN s."Bytes" < c."Bytes" - c."Bytes" / 5 OR s."Records" < c."Records" - c."Records" / 5 THEN 1 ELSE 0 END AS "Fell",
                CASE WHEN c."RetainUntil" IS NOT NULL AND (s."RetainUntil" IS NULL OR s."RetainUntil" < c."RetainUntil") THEN 1 ELSE 0 END AS "Shortened",
                c."Bytes" AS "Before", s."Bytes" AS "After", COALESCE(c."Records", 0) AS "RecordsBefore", COALESCE(s."Records", 0) AS "RecordsAfter"
            FROM {staged} AS s CROSS JOIN "Copies" AS c
            WHERE s."Change" IN ({(int)StagedChange.Changed}, {(int)StagedChange.Reappeared}) AND c."Id" = s."CopyId") AS m
        WHERE m."FromDatasetId" <> m."ToDatasetId" OR m."FromLocationId" <> m."ToLocationId" OR m."FromRole" <> m."ToRole" OR m."Fell" = 1 OR m."Shortened" = 1
        GROUP BY m."FromDatasetId", m."ToDatasetId", m."FromLocationId", m."ToLocationId", m."FromRole", m."ToRole", m."Fell", m."Shortened"
        """;

    /// <summary>How the bytes of the listed copies change.</summary>
    public string BytesDifference => $"""
        SELECT COALESCE(SUM(CASE
            WHEN s."Change" IN ({(int)StagedChange.New}, {(int)StagedChange.Reappeared}) THEN s."Bytes"
            WHEN s."Change" = {(int)StagedChange.Changed} THEN s."Bytes" - c."Bytes"
            ELSE -c."Bytes" END), 0) AS "Value"
        FROM {staged} AS s LEFT JOIN "Copies" AS c ON c."Id" = s."CopyId" WHERE s."Change" IN ({Written})
        """;

    /// <summary>Datasets that lose a copy because the copy now belongs to another dataset.</summary>
    public string DatasetsLeft => $"""
        SELECT DISTINCT c."DatasetId" AS "Value" FROM {staged} AS s CROSS JOIN "Copies" AS c
        WHERE s."Change" IN ({Touched}) AND c."Id" = s."CopyId" AND c."DatasetId" <> s."DatasetId"
        """;

    public string ChangesByDataset => $"""
        SELECT "DatasetId", "Change", SUM(CAST(1 AS bigint)) AS "Copies" FROM {staged}
        WHERE "Change" IN ({Written}) GROUP BY "DatasetId", "Change"
        """;

    /// <summary>
    /// {0}: source, {1}: as of. Leaves out copies whose rollup, and so their state, is no longer the compared one; the caller counts the rows.
    /// </summary>
    public string UpdateTouched => $$"""
        UPDATE "Copies" SET
            "ResourceId" = s."ResourceId", "DatasetId" = s."DatasetId", "LocationId" = s."LocationId", "Role" = s."Role", "State" = s."State", "Bytes" = s."Bytes",
            "Records" = s."Records", "Objects" = s."Objects", "Fingerprint" = s."Fingerprint", "RetainUntil" = s."RetainUntil",
            "CreatedAt" = s."CreatedAt", "RollupId" = r."Id", "IsHeldBySource" = s."Held", "Coverage" = s."Coverage", "NotUnderstoodImportId" = NULL,
            "SizeUnknownSince" = CASE WHEN s."SizeUnknown" = 0 THEN NULL ELSE COALESCE("Copies"."SizeUnknownSince", {1}) END,
            "LastSeen" = CASE WHEN s."Change" IN ({{(int)StagedChange.Vanished}}, {{(int)StagedChange.VerifiedAbsent}}) THEN "Copies"."LastSeen" ELSE {1} END
        FROM {{staged}} AS s CROSS JOIN "Datasets" AS d CROSS JOIN "CopyRollups" AS r
        WHERE s."Change" IN ({{Touched}}) AND "Copies"."Id" = s."CopyId" AND "Copies"."RollupId" = s."RollupId"
            AND d."Id" = s."DatasetId" AND {{RollupOfStaged}}
        """;

    /// <summary>{0}: source, {1}: as of.</summary>
    public string ConfirmUnchanged => $$"""
        UPDATE "Copies" SET "LastSeen" = {1}, "NotUnderstoodImportId" = NULL FROM {{staged}} AS s
        WHERE s."Change" = {{(int)StagedChange.Unchanged}} AND "Copies"."Id" = s."CopyId" AND "Copies"."SourceId" = {0} AND "Copies"."LastSeen" < {1}
        """;

    /// <summary>{0}: import.</summary>
    public string MarkNotUnderstood => $$"""
        UPDATE "Copies" SET "NotUnderstoodImportId" = {0} FROM {{staged}} AS s
        WHERE s."Change" = {{(int)StagedChange.NotUnderstood}} AND "Copies"."Id" = s."CopyId"
        """;

    /// <summary>{0}: source, {1}: as of. New copies are numbered in the order of their resource IDs, on both databases.</summary>
    public string InsertNew => $$"""
        INSERT INTO "Copies" ("SourceId", "ResourceId", "DatasetId", "LocationId", "Role", "State", "Bytes", "Records", "Objects",
            "Fingerprint", "RetainUntil", "CreatedAt", "SizeUnknownSince", "IsHeldBySource", "Coverage", "FirstSeen", "LastSeen", "RollupId")
        SELECT {0}, s."ResourceId", s."DatasetId", s."LocationId", s."Role", {{Present}}, s."Bytes", s."Records", s."Objects",
            s."Fingerprint", s."RetainUntil", s."CreatedAt", CASE WHEN s."SizeUnknown" = 0 THEN NULL ELSE {1} END, s."Held", s."Coverage",
            {1}, {1}, r."Id"
        FROM {{staged}} AS s CROSS JOIN "Datasets" AS d CROSS JOIN "CopyRollups" AS r
        WHERE s."Change" = {{(int)StagedChange.New}} AND d."Id" = s."DatasetId" AND {{RollupOfStaged}}
        ORDER BY s."ResourceId"
        """;

    /// <summary>True if the values of this column differ, or only one of them is null.</summary>
    private string Differs(string column) =>
        $"""(c."{column}" <> {staged}."{column}" OR (c."{column}" IS NULL AND {staged}."{column}" IS NOT NULL) OR (c."{column}" IS NOT NULL AND {staged}."{column}" IS NULL))""";

    private const string RollupOfStaged = """
        r."SourceId" = {0} AND r."LocationId" = s."LocationId" AND r."Role" = s."Role" AND r."State" = s."State"
            AND r."ClassificationId" = d."ClassificationId" AND r."SystemId" = d."SystemId"
        """;
}
