using System.Data;
using System.Data.Common;
using System.Text.Json;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Microsoft.Data.SqlClient;

namespace Dashboard.SqlServer;

/// <summary>Bulk-loads rows, then keeps the first row of each resource ID in a temporary table of the session.</summary>
public sealed class SqlServerStaging : IStaging
{
    private const int BatchSize = 10_000;

    public string Copies => "#StagedCopies";

    public string Ids => "#StagedIds";

    public string ResourceId(string id) => EndedText.Write(id);

    public object Time(DateTimeOffset time) => WholeMilliseconds.Of(time);

    public string Names => "#StagedNames";

    public async Task CreateAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, StagingSql.Drop, cancellationToken);
        await ExecuteAsync(connection, StagingSql.Create, cancellationToken);
    }

    public async Task LoadAsync(
        DbConnection connection, IEnumerable<StagedCopy> rows, Action<StagedDuplicate> duplicate, CancellationToken cancellationToken)
    {
        await DropAbandonedAsync(connection, cancellationToken);
        var table = StagingSql.NameAt(TimeProvider.System.GetUtcNow());
        await ExecuteAsync(connection, StagingSql.Of(table, StagingSql.CreateRows), cancellationToken);
        try
        {
            await BulkCopyAsync((SqlConnection)connection, table, rows, cancellationToken);
            await ExecuteAsync(connection, StagingSql.Of(table, StagingSql.KeepFirst), cancellationToken);
            await using var duplicates = Command(connection, StagingSql.Of(table, StagingSql.Duplicates));
            await using var reader = await duplicates.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                duplicate(new(reader.GetInt64(0), EndedText.Read(reader.GetString(1)), reader.GetInt64(2), reader.GetInt64(3), (CopyRole)reader.GetByte(4), reader.GetInt64(5)));
        }
        finally
        {
            if (connection.State is ConnectionState.Open)
                await ExecuteAsync(connection, StagingSql.Of(table, StagingSql.DropRows), CancellationToken.None);
        }
    }

    public async Task LoadNamesAsync(DbConnection connection, IReadOnlyCollection<string> resourceIds, CancellationToken cancellationToken)
    {
        await using var insert = Command(connection, StagingSql.InsertNames);
        insert.Parameters.Add(new SqlParameter("@names", SqlDbType.NVarChar, -1) { Value = JsonSerializer.Serialize(resourceIds.Select(EndedText.Write)) });
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task LoadIdsAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyDictionary<long, long> ids, CancellationToken cancellationToken)
    {
        await using var insert = Command(connection, StagingSql.InsertIds);
        insert.Transaction = transaction;
        insert.Parameters.Add(new SqlParameter("@ids", SqlDbType.NVarChar, -1) { Value = JsonSerializer.Serialize(ids.ToArray()) });
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Nothing to do: a connection loses its temporary tables when it returns to the pool.</summary>
    public Task ClearAsync(DbConnection connection) => Task.CompletedTask;

    private static DataTable NewBatch()
    {
        var batch = new DataTable();
        batch.Columns.Add("ResourceId", typeof(string));
        foreach (var name in new[] { "Line", "DatasetId", "LocationId" })
            batch.Columns.Add(name, typeof(long));
        batch.Columns.Add("Role", typeof(byte));
        foreach (var name in new[] { "Bytes", "Records", "Objects" })
            batch.Columns.Add(name, typeof(long));
        batch.Columns.Add("Fingerprint", typeof(string));
        batch.Columns.Add("RetainUntil", typeof(DateTime));
        batch.Columns.Add("CreatedAt", typeof(DateTimeOffset));
        foreach (var name in new[] { "SizeUnknown", "Held" })
            batch.Columns.Add(name, typeof(int));
        batch.Columns.Add("Coverage", typeof(string));
        return batch;
    }

    private static async Task BulkCopyAsync(SqlConnection connection, string table, IEnumerable<StagedCopy> rows, CancellationToken cancellationToken)
    {
        using var bulk = new SqlBulkCopy(connection, SqlBulkCopyOptions.TableLock, null) { DestinationTableName = $"[{table}]", BulkCopyTimeout = TimeLimits.None };
        using var batch = NewBatch();
        foreach (DataColumn column in batch.Columns)
            bulk.ColumnMappings.Add(column.ColumnName, column.ColumnName);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            batch.Rows.Add(
                EndedText.Write(row.ResourceId), row.Line, row.DatasetId, row.LocationId, (byte)row.Role, row.Bytes, row.Records, row.Objects,
                row.Fingerprint, row.RetainUntil?.ToDateTime(TimeOnly.MinValue), row.CreatedAt is { } time ? WholeMilliseconds.Of(time) : null,
                row.IsSizeUnknown ? 1 : 0, row.IsHeld ? 1 : 0, row.Coverage);
            if (batch.Rows.Count < BatchSize)
                continue;
            await bulk.WriteToServerAsync(batch, cancellationToken);
            batch.Clear();
        }

        await bulk.WriteToServerAsync(batch, cancellationToken);
    }

    /// <summary>No load takes a day.</summary>
    private static async Task DropAbandonedAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await using (var abandoned = Command(connection, StagingSql.Abandoned))
        {
            abandoned.Parameters.Add(new SqlParameter("@name", StagingSql.NameAt(TimeProvider.System.GetUtcNow().AddDays(-1))));
            await using var reader = await abandoned.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                names.Add(reader.GetString(0));
        }

        foreach (var name in names)
            await ExecuteAsync(connection, StagingSql.Of(name, StagingSql.DropRows), cancellationToken);
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = TimeLimits.None;
        return command;
    }
}
