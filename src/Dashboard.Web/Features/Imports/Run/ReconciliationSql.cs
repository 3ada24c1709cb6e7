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

    private readonly string staged = staging.Copies;
    private readonly string ids = staging.Ids;

    /// <summary>{0}: source.</summary>
    public string Match => $$"""
        UPDATE {{staged}} SET
            "CopyId" = c."Id",
            "State" = CASE WHEN c."State" IN ({{VerifiedAbsent}}, {{Missing}}) THEN {{Reappeared}} ELSE c."State" END,
            "Change" = CASE
                WHEN c."State" IN ({{VerifiedAbsent}}, {{Missing}}) THEN {{(int)StagedChange.Reappeared}}
                WHEN c."DatasetId" <> {{staged}}."DatasetId" OR c."LocationId" <> {{staged}}."LocationId"
                    OR c."Role" <> {{staged}}."Role" OR c."Bytes" <> {{staged}}."Bytes"
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

    /// <summary>
    /// {0}: source, {1}: as of. Leaves out copies that were reported deleted after the time that the inventory describes: such an
    /// inventory does not verify the deletion.
    /// </summary>
    public string AddMissing => $$"""
        INSERT INTO {{staged}} ("ResourceId", "Line", "DatasetId", "LocationId", "Role", "Bytes", "Records", "Objects",
            "Fingerprint", "RetainUntil", "CreatedAt", "CopyId", "Change", "State")
        SELECT c."ResourceId", 0, c."DatasetId", c."LocationId", c."Role", c."Bytes", c."Records", c."Objects",
            c."Fingerprint", c."RetainUntil", c."CreatedAt", c."Id",
            CASE WHEN c."State" = {{DeletionReported}} THEN {{(int)StagedChange.VerifiedAbsent}} ELSE {{(int)StagedChange.Vanished}} END,
            CASE WHEN c."State" = {{DeletionReported}} THEN {{VerifiedAbsent}} ELSE {{Missing}} END
        FROM "CopyRollups" AS r CROSS JOIN "Copies" AS c
        WHERE r."SourceId" = {0} AND r."Copies" > 0 AND c."RollupId" = r."Id" AND r."State" NOT IN ({{VerifiedAbsent}}, {{Missing}})
            AND NOT EXISTS (SELECT 1 FROM {{staged}} AS s WHERE s."ResourceId" = c."ResourceId")
            AND NOT (c."State" = {{DeletionReported}} AND EXISTS (SELECT 1 FROM "DeletionItems" AS i
                WHERE i."CopyId" = c."Id" AND i."State" = {{(int)ItemState.Reported}} AND i."PerformedAt" >= {1}))
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
        WHERE s."Change" > {(int)StagedChange.Unchanged} AND c."Id" = s."CopyId" GROUP BY c."RollupId"
        """;

    public string SumsAfter => $"""
        SELECT s."LocationId", CAST(s."Role" AS int) AS "Role", CAST(s."State" AS int) AS "State", d."ClassificationId", d."SystemId",
            SUM(CAST(1 AS bigint)) AS "Copies", SUM(s."Bytes") AS "Bytes"
        FROM {staged} AS s CROSS JOIN "Datasets" AS d
        WHERE s."Change" <> {(int)StagedChange.Unchanged} AND d."Id" = s."DatasetId"
        GROUP BY s."LocationId", s."Role", s."State", d."ClassificationId", d."SystemId"
        """;

    /// <summary>Datasets that lose a copy because the copy now belongs to another dataset.</summary>
    public string DatasetsLeft => $"""
        SELECT DISTINCT c."DatasetId" AS "Value" FROM {staged} AS s CROSS JOIN "Copies" AS c
        WHERE s."Change" > {(int)StagedChange.Unchanged} AND c."Id" = s."CopyId" AND c."DatasetId" <> s."DatasetId"
        """;

    public string ChangesByDataset => $"""
        SELECT "DatasetId", "Change", SUM(CAST(1 AS bigint)) AS "Copies" FROM {staged}
        WHERE "Change" <> {(int)StagedChange.Unchanged} GROUP BY "DatasetId", "Change"
        """;

    /// <summary>{0}: source, {1}: as of.</summary>
    public string UpdateTouched => $$"""
        UPDATE "Copies" SET
            "DatasetId" = s."DatasetId", "LocationId" = s."LocationId", "Role" = s."Role", "State" = s."State", "Bytes" = s."Bytes",
            "Records" = s."Records", "Objects" = s."Objects", "Fingerprint" = s."Fingerprint", "RetainUntil" = s."RetainUntil",
            "CreatedAt" = s."CreatedAt", "RollupId" = r."Id",
            "LastSeen" = CASE WHEN s."Change" IN ({{(int)StagedChange.Vanished}}, {{(int)StagedChange.VerifiedAbsent}}) THEN "Copies"."LastSeen" ELSE {1} END
        FROM {{staged}} AS s CROSS JOIN "Datasets" AS d CROSS JOIN "CopyRollups" AS r
        WHERE s."Change" > {{(int)StagedChange.Unchanged}} AND "Copies"."Id" = s."CopyId" AND d."Id" = s."DatasetId" AND {{RollupOfStaged}}
        """;

    /// <summary>{0}: source, {1}: as of.</summary>
    public string ConfirmUnchanged => $$"""
        UPDATE "Copies" SET "LastSeen" = {1} FROM {{staged}} AS s
        WHERE s."Change" = {{(int)StagedChange.Unchanged}} AND "Copies"."Id" = s."CopyId" AND "Copies"."SourceId" = {0} AND "Copies"."LastSeen" < {1}
        """;

    /// <summary>{0}: source, {1}: as of. New copies are numbered in the order of their resource IDs, on both databases.</summary>
    public string InsertNew => $$"""
        INSERT INTO "Copies" ("SourceId", "ResourceId", "DatasetId", "LocationId", "Role", "State", "Bytes", "Records", "Objects",
            "Fingerprint", "RetainUntil", "CreatedAt", "FirstSeen", "LastSeen", "RollupId")
        SELECT {0}, s."ResourceId", s."DatasetId", s."LocationId", s."Role", {{Present}}, s."Bytes", s."Records", s."Objects",
            s."Fingerprint", s."RetainUntil", s."CreatedAt", {1}, {1}, r."Id"
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
