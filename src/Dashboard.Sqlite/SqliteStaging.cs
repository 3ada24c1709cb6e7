using System.Data.Common;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Microsoft.Data.Sqlite;

namespace Dashboard.Sqlite;

/// <summary>
/// Stages rows in SQLite's temporary database, which is per connection, has no journal costs and does not lock the main file. Rows are
/// sorted by resource ID, which is also the order in which they are added to the index of the copies.
/// </summary>
public sealed class SqliteStaging : IStaging
{
    private const string Drop = "DROP TABLE IF EXISTS temp.StagedCopies; DROP TABLE IF EXISTS temp.StagedIds; DROP TABLE IF EXISTS temp.StagedNames;";

    public string Copies => "temp.StagedCopies";

    public string Ids => "temp.StagedIds";

    public string Names => "temp.StagedNames";

    public string ResourceId(string id) => id;

    public object Time(DateTimeOffset time) => UtcText.Write(time);

    public async Task CreateAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();

        // Less than half the cache of a page request, until the connection is opened again. It limits the memory of imports of any size, which
        // makes them up to 20% slower.
        command.CommandText = $"""
            PRAGMA cache_size = -24576;
            {Drop}
            CREATE TEMP TABLE StagedCopies (
                "ResourceId" TEXT NOT NULL PRIMARY KEY, "Line" INTEGER NOT NULL, "DatasetId" INTEGER NOT NULL, "LocationId" INTEGER NOT NULL,
                "Role" INTEGER NOT NULL, "Bytes" INTEGER NOT NULL, "Records" INTEGER, "Objects" INTEGER, "Fingerprint" TEXT,
                "RetainUntil" TEXT, "CreatedAt" TEXT, "SizeUnknown" INTEGER NOT NULL, "Held" INTEGER NOT NULL, "Coverage" TEXT, "CopyId" INTEGER, "RollupId" INTEGER, "Change" INTEGER NOT NULL DEFAULT 0,
                "State" INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
            CREATE TEMP TABLE StagedNames ("ResourceId" TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;
            CREATE TEMP TABLE StagedIds ("Placeholder" INTEGER NOT NULL PRIMARY KEY, "Id" INTEGER NOT NULL);
            """;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task LoadAsync(
        DbConnection connection, IEnumerable<StagedCopy> rows, Action<StagedDuplicate> duplicate, CancellationToken cancellationToken)
    {
        var sqlite = (SqliteConnection)connection;

        // Deferred: a transaction that writes only to the temporary database never locks the main one.
        await using var transaction = sqlite.BeginTransaction(deferred: true);
        await using var insert = sqlite.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = """
            INSERT OR IGNORE INTO temp.StagedCopies
                ("ResourceId", "Line", "DatasetId", "LocationId", "Role", "Bytes", "Records", "Objects", "Fingerprint", "RetainUntil", "CreatedAt",
                "SizeUnknown", "Held", "Coverage")
            VALUES ($resource, $line, $dataset, $location, $role, $bytes, $records, $objects, $fingerprint, $retain, $created, $unknown, $held, $coverage)
            """;
        var resource = insert.Parameters.Add("$resource", SqliteType.Text);
        var line = insert.Parameters.Add("$line", SqliteType.Integer);
        var dataset = insert.Parameters.Add("$dataset", SqliteType.Integer);
        var location = insert.Parameters.Add("$location", SqliteType.Integer);
        var role = insert.Parameters.Add("$role", SqliteType.Integer);
        var bytes = insert.Parameters.Add("$bytes", SqliteType.Integer);
        var records = insert.Parameters.Add("$records", SqliteType.Integer);
        var objects = insert.Parameters.Add("$objects", SqliteType.Integer);
        var fingerprint = insert.Parameters.Add("$fingerprint", SqliteType.Text);
        var retain = insert.Parameters.Add("$retain", SqliteType.Text);
        var created = insert.Parameters.Add("$created", SqliteType.Text);
        var unknown = insert.Parameters.Add("$unknown", SqliteType.Integer);
        var held = insert.Parameters.Add("$held", SqliteType.Integer);
        var coverage = insert.Parameters.Add("$coverage", SqliteType.Text);
        insert.Prepare();
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            resource.Value = row.ResourceId;
            line.Value = row.Line;
            dataset.Value = row.DatasetId;
            location.Value = row.LocationId;
            role.Value = (long)row.Role;
            bytes.Value = row.Bytes;
            records.Value = row.Records ?? (object)DBNull.Value;
            objects.Value = row.Objects ?? (object)DBNull.Value;
            fingerprint.Value = row.Fingerprint ?? (object)DBNull.Value;
            retain.Value = row.RetainUntil is { } day ? day.ToString("yyyy-MM-dd") : DBNull.Value;
            created.Value = row.CreatedAt is { } time ? UtcText.Write(time) : DBNull.Value;
            unknown.Value = row.IsSizeUnknown ? 1L : 0L;
            held.Value = row.IsHeld ? 1L : 0L;
            coverage.Value = row.Coverage ?? (object)DBNull.Value;
            if (insert.ExecuteNonQuery() == 0)
                duplicate(new(row.Line, row.ResourceId, row.DatasetId, row.LocationId, row.Role, row.Bytes));
        }

        transaction.Commit();
    }

    public async Task LoadNamesAsync(DbConnection connection, IReadOnlyCollection<string> resourceIds, CancellationToken cancellationToken)
    {
        var sqlite = (SqliteConnection)connection;
        await using var transaction = sqlite.BeginTransaction(deferred: true);
        await using var insert = sqlite.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT OR IGNORE INTO temp.StagedNames VALUES ($resource)";
        var resource = insert.Parameters.Add("$resource", SqliteType.Text);
        foreach (var id in resourceIds)
        {
            resource.Value = id;
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }

        transaction.Commit();
    }

    public async Task LoadIdsAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyDictionary<long, long> ids, CancellationToken cancellationToken)
    {
        await using var insert = ((SqliteConnection)connection).CreateCommand();
        insert.Transaction = (SqliteTransaction)transaction;
        insert.CommandText = "INSERT INTO temp.StagedIds VALUES ($placeholder, $id)";
        var placeholder = insert.Parameters.Add("$placeholder", SqliteType.Integer);
        var id = insert.Parameters.Add("$id", SqliteType.Integer);
        foreach (var (from, to) in ids)
        {
            (placeholder.Value, id.Value) = (from, to);
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public async Task ClearAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"{Drop} PRAGMA shrink_memory;";
        await command.ExecuteNonQueryAsync();
    }
}
