using System.Data;
using System.Data.Common;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Microsoft.Data.SqlClient;

namespace Dashboard.SqlServer;

/// <summary>Bulk-loads rows into temporary tables of the session, then keeps the first row of each resource ID.</summary>
public sealed class SqlServerStaging : IStaging
{
    private const int BatchSize = 10_000;

    public string Copies => "#StagedCopies";

    public string Ids => "#StagedIds";

    public string Names => "#StagedNames";

    public object Time(DateTimeOffset time) => time;

    public async Task CreateAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, StagingSql.Drop, cancellationToken);
        await ExecuteAsync(connection, StagingSql.Create, cancellationToken);
    }

    public async Task LoadAsync(
        DbConnection connection, IEnumerable<StagedCopy> rows, Action<StagedDuplicate> duplicate, CancellationToken cancellationToken)
    {
        using var bulk = new SqlBulkCopy((SqlConnection)connection) { DestinationTableName = "#StagedRows", BulkCopyTimeout = 0 };
        using var batch = NewBatch();
        foreach (DataColumn column in batch.Columns)
            bulk.ColumnMappings.Add(column.ColumnName, column.ColumnName);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            batch.Rows.Add(
                row.ResourceId, row.Line, row.DatasetId, row.LocationId, (byte)row.Role, row.Bytes, row.Records, row.Objects,
                row.Fingerprint, row.RetainUntil?.ToDateTime(TimeOnly.MinValue), row.CreatedAt, row.IsSizeUnknown ? 1 : 0, row.IsHeld ? 1 : 0, row.Coverage);
            if (batch.Rows.Count < BatchSize)
                continue;
            await bulk.WriteToServerAsync(batch, cancellationToken);
            batch.Clear();
        }

        await bulk.WriteToServerAsync(batch, cancellationToken);
        await ExecuteAsync(connection, StagingSql.KeepFirst, cancellationToken);
        await using var duplicates = connection.CreateCommand();
        duplicates.CommandText = StagingSql.Duplicates;
        duplicates.CommandTimeout = 0;
        await using (var reader = await duplicates.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                duplicate(new(reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3), (CopyRole)reader.GetByte(4), reader.GetInt64(5)));
        }

        await ExecuteAsync(connection, StagingSql.Empty, cancellationToken);
    }

    public async Task LoadNamesAsync(DbConnection connection, IReadOnlyCollection<string> resourceIds, CancellationToken cancellationToken)
    {
        using var bulk = new SqlBulkCopy((SqlConnection)connection) { DestinationTableName = "#StagedNames", BulkCopyTimeout = 0 };
        using var table = new DataTable();
        table.Columns.Add("ResourceId", typeof(string));
        foreach (var id in resourceIds)
            table.Rows.Add(id);
        await bulk.WriteToServerAsync(table, cancellationToken);
    }

    public async Task LoadIdsAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyDictionary<long, long> ids, CancellationToken cancellationToken)
    {
        using var bulk = new SqlBulkCopy((SqlConnection)connection, SqlBulkCopyOptions.Default, (SqlTransaction)transaction)
        {
            DestinationTableName = "#StagedIds",
        };
        using var table = new DataTable();
        table.Columns.Add("Placeholder", typeof(long));
        table.Columns.Add("Id", typeof(long));
        foreach (var (placeholder, id) in ids)
            table.Rows.Add(placeholder, id);
        await bulk.WriteToServerAsync(table, cancellationToken);
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

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
