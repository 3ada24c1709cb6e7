using System.Data.Common;

namespace Dashboard.Core.Imports;

/// <summary>
/// Bulk loading into temporary tables of one open connection: the part of an import that differs between databases. All later SQL is the
/// same on both.
/// </summary>
public interface IStaging
{
    /// <summary>The name of the temporary table of staged copies, for use in SQL.</summary>
    string Copies { get; }

    /// <summary>The name of the temporary table that maps placeholder IDs (negative) to real IDs: columns Placeholder, Id.</summary>
    string Ids { get; }

    /// <summary>The name of the temporary table of resources that rejected rows name: column ResourceId.</summary>
    string Names { get; }

    /// <summary>Converts a resource ID to a parameter for raw SQL.</summary>
    string ResourceId(string id);

    /// <summary>Converts a time to a parameter for raw SQL.</summary>
    object Time(DateTimeOffset time);

    /// <summary>Creates the tables, empty, on this connection.</summary>
    Task CreateAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>
    /// Loads rows. Of rows with the same resource ID, the first is loaded; each later one is passed to <paramref name="duplicate"/>.
    /// </summary>
    Task LoadAsync(
        DbConnection connection, IEnumerable<StagedCopy> rows, Action<StagedDuplicate> duplicate, CancellationToken cancellationToken);

    /// <summary>Loads the resource IDs that rejected rows name, into <see cref="Names"/>.</summary>
    Task LoadNamesAsync(DbConnection connection, IReadOnlyCollection<string> resourceIds, CancellationToken cancellationToken);

    /// <summary>Loads the real IDs of placeholders, in the transaction of the connection.</summary>
    Task LoadIdsAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyDictionary<long, long> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Removes what an import left on the connection, outside any transaction. The connection then goes back to serving pages.
    /// </summary>
    Task ClearAsync(DbConnection connection);
}
