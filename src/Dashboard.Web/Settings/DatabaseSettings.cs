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

    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Provider))
            yield return $"Database:Provider is missing: {Sqlite} or {SqlServer}.";
        else if (Provider is not (Sqlite or SqlServer))
            yield return $"Database:Provider is \"{Provider}\": it must be {Sqlite} or {SqlServer}.";

        if (Provider is not Sqlite && string.IsNullOrWhiteSpace(ConnectionString))
            yield return $"Database:ConnectionString is missing: {SqlServer} needs one.";
    }
}
