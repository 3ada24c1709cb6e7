namespace Dashboard.Web.Settings;

/// <summary>The database to use.</summary>
internal sealed class DatabaseSettings : ISettings
{
    public const string Sqlite = "Sqlite";
    public const string SqlServer = "SqlServer";

    public static string Section => "Database";

    public string? Provider { get; set; }

    /// <summary>Needed for SQL Server. For SQLite the default is the file <c>dashboard.db</c> in the storage folder.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// The most rows that one statement saves on SQL Server; by default EF Core chooses. 1 is for a server that speaks its protocol but has no
    /// MERGE statement.
    /// </summary>
    public int? MaxBatchSize { get; set; }

    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Provider))
            yield return $"Database:Provider is missing: {Sqlite} or {SqlServer}.";
        else if (Provider is not (Sqlite or SqlServer))
            yield return $"Database:Provider is \"{Provider}\": it must be {Sqlite} or {SqlServer}.";

        if (Provider is not Sqlite && string.IsNullOrWhiteSpace(ConnectionString))
            yield return $"Database:ConnectionString is missing: {SqlServer} needs one.";

        if (MaxBatchSize < 1)
            yield return $"Database:MaxBatchSize is {MaxBatchSize}: it must be 1 or more.";
        if (MaxBatchSize is not null && Provider is Sqlite)
            yield return $"Database:MaxBatchSize is for {SqlServer} only.";
    }
}
