namespace Dashboard.SqlServer;

/// <summary>The SQL statements of <see cref="SqlServerStaging"/>.</summary>
internal static class StagingSql
{
    private const string Shape = """
        [ResourceId] nvarchar(701) COLLATE Latin1_General_100_BIN2 NOT NULL, [Line] bigint NOT NULL, [DatasetId] bigint NOT NULL,
        [LocationId] bigint NOT NULL, [Role] tinyint NOT NULL, [Bytes] bigint NOT NULL, [Records] bigint NULL, [Objects] bigint NULL,
        [Fingerprint] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL, [RetainUntil] date NULL, [CreatedAt] datetimeoffset(3) NULL,
        [SizeUnknown] int NOT NULL, [Held] int NOT NULL, [Coverage] nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
        [CopyId] bigint NULL, [RollupId] bigint NULL, [Change] int NOT NULL DEFAULT 0, [State] tinyint NOT NULL DEFAULT 0
        """;

    private const string Columns =
        "[ResourceId], [Line], [DatasetId], [LocationId], [Role], [Bytes], [Records], [Objects], [Fingerprint], [RetainUntil], [CreatedAt], [SizeUnknown], [Held], [Coverage]";

    private const string Numbered = $"(SELECT *, ROW_NUMBER() OVER (PARTITION BY [ResourceId] ORDER BY [Line]) AS [Nth] FROM {Rows}) AS [rows]";

    /// <summary>Stands for the table of <see cref="CreateRows"/>. Each load has its own: see <see cref="Of"/>.</summary>
    private const string Rows = "[StagedRows]";

    public const string Drop = "DROP TABLE IF EXISTS #StagedCopies; DROP TABLE IF EXISTS #StagedIds; DROP TABLE IF EXISTS #StagedNames";

    /// <summary>
    /// The key is nonclustered: a clustered key has at most 900 bytes, but a resource ID can have 1,402.
    /// https://learn.microsoft.com/sql/sql-server/maximum-capacity-specifications-for-sql-server
    /// </summary>
    public const string Create = $"""
        CREATE TABLE #StagedCopies ({Shape}, PRIMARY KEY NONCLUSTERED ([ResourceId]));
        CREATE TABLE #StagedNames ([ResourceId] nvarchar(701) COLLATE Latin1_General_100_BIN2 NOT NULL);
        CREATE TABLE #StagedIds ([Placeholder] bigint NOT NULL PRIMARY KEY, [Id] bigint NOT NULL)
        """;

    /// <summary>
    /// The rows as they arrive: an ordinary table without indexes, because a bulk load with a table lock writes whole pages to it, and because
    /// SqlBulkCopy needs a procedure of tempdb for a temporary table, which not every server that speaks the protocol has.
    /// </summary>
    public const string CreateRows = $"CREATE TABLE {Rows} ({Shape})";

    /// <summary>Keeps the first row of each resource ID.</summary>
    public const string KeepFirst = $"INSERT INTO #StagedCopies ({Columns}) SELECT {Columns} FROM {Numbered} WHERE [Nth] = 1";

    public const string Duplicates = $"SELECT [Line], [ResourceId], [DatasetId], [LocationId], [Role], [Bytes] FROM {Numbered} WHERE [Nth] > 1 ORDER BY [Line]";

    public const string DropRows = $"DROP TABLE IF EXISTS {Rows}";

    /// <summary>
    /// Tables that were made before the one with this name, and not dropped because their server was killed. Internal, because the schema
    /// compiler of the tests does not know the catalog.
    /// </summary>
    internal const string Abandoned = "SELECT [name] FROM sys.tables WHERE [name] LIKE N'StagedRows[_]%' AND [name] < @name";

    public const string InsertIds = """
        INSERT INTO #StagedIds ([Placeholder], [Id])
        SELECT [Placeholder], [Id] FROM OPENJSON(@ids) WITH ([Placeholder] bigint '$.Key', [Id] bigint '$.Value')
        """;

    public const string InsertNames = """
        INSERT INTO #StagedNames ([ResourceId])
        SELECT DISTINCT [value] COLLATE Latin1_General_100_BIN2 FROM OPENJSON(@names)
        """;

    /// <summary>The name of a table of rows. Names sort by time.</summary>
    internal static string NameAt(DateTimeOffset time) => $"StagedRows_{Guid.CreateVersion7(time):N}";

    /// <summary>The statement for the table of rows with this name.</summary>
    internal static string Of(string table, string statement) => statement.Replace(Rows, $"[{table}]", StringComparison.Ordinal);
}
