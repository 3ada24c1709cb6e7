namespace Dashboard.SqlServer;

/// <summary>The SQL statements of <see cref="SqlServerStaging"/>.</summary>
internal static class StagingSql
{
    private const string Shape = """
        [ResourceId] nvarchar(700) COLLATE Latin1_General_100_BIN2 NOT NULL, [Line] bigint NOT NULL, [DatasetId] bigint NOT NULL,
        [LocationId] bigint NOT NULL, [Role] tinyint NOT NULL, [Bytes] bigint NOT NULL, [Records] bigint NULL, [Objects] bigint NULL,
        [Fingerprint] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL, [RetainUntil] date NULL, [CreatedAt] datetimeoffset NULL,
        [SizeUnknown] int NOT NULL, [Held] int NOT NULL, [Coverage] nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
        [CopyId] bigint NULL, [Change] int NOT NULL DEFAULT 0, [State] tinyint NOT NULL DEFAULT 0
        """;

    private const string Columns =
        "[ResourceId], [Line], [DatasetId], [LocationId], [Role], [Bytes], [Records], [Objects], [Fingerprint], [RetainUntil], [CreatedAt], [SizeUnknown], [Held], [Coverage]";

    private const string Numbered = "(SELECT *, ROW_NUMBER() OVER (PARTITION BY [ResourceId] ORDER BY [Line]) AS [Nth] FROM #StagedRows) AS [rows]";

    public const string Drop = "DROP TABLE IF EXISTS #StagedRows; DROP TABLE IF EXISTS #StagedCopies; DROP TABLE IF EXISTS #StagedIds; DROP TABLE IF EXISTS #StagedNames";

    /// <summary>
    /// The key is nonclustered: a clustered key has at most 900 bytes, but a resource ID can have 1,400.
    /// https://learn.microsoft.com/sql/sql-server/maximum-capacity-specifications-for-sql-server
    /// </summary>
    public const string Create = $"""
        CREATE TABLE #StagedRows ({Shape});
        CREATE TABLE #StagedCopies ({Shape}, PRIMARY KEY NONCLUSTERED ([ResourceId]));
        CREATE TABLE #StagedNames ([ResourceId] nvarchar(700) COLLATE Latin1_General_100_BIN2 NOT NULL);
        CREATE TABLE #StagedIds ([Placeholder] bigint NOT NULL PRIMARY KEY, [Id] bigint NOT NULL)
        """;

    /// <summary>Keeps the first row of each resource ID.</summary>
    public const string KeepFirst = $"INSERT INTO #StagedCopies ({Columns}) SELECT {Columns} FROM {Numbered} WHERE [Nth] = 1";

    public const string Duplicates = $"SELECT [Line], [ResourceId], [DatasetId], [LocationId], [Role], [Bytes] FROM {Numbered} WHERE [Nth] > 1 ORDER BY [Line]";

    public const string Empty = "TRUNCATE TABLE #StagedRows";
}
