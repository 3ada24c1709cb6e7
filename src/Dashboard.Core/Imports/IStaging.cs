using System.Data.Common;

namespace Dashboard.Core.Imports;

/// <summary>
/// Bulk loading into temporary tables of one open connection: the part of an import that each database does in its own way. Everything
/// after it is the same SQL on both.
/// </summary>
public interface IStaging
{
    /// <summary>The temporary table of staged copies, as SQL names it.</summary>
    string Copies { get; }

    /// <summary>The temporary table that gives placeholder ids (negative) their real ones: columns Placeholder, Id.</summary>
    string Ids { get; }

    /// <summary>A time as a parameter of plain SQL.</summary>
    object Time(DateTimeOffset time);

    /// <summary>Makes both tables, empty, on this connection.</summary>
    Task CreateAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Loads rows. Of rows with the same resource id the first stands; each later one is handed to <paramref name="duplicate"/>.</summary>
    Task LoadAsync(
        DbConnection connection, IEnumerable<StagedCopy> rows, Action<long, string> duplicate, CancellationToken cancellationToken);

    /// <summary>Loads the real ids of placeholders, inside the connection's transaction when it has one.</summary>
    Task LoadIdsAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyDictionary<long, long> ids, CancellationToken cancellationToken);

    /// <summary>Gives back what the connection holds of an import, outside any transaction: it goes on to serve pages.</summary>
    Task ClearAsync(DbConnection connection);
}
