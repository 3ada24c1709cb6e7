using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Migration;

/// <summary>
/// Writes the words of datasets that a save adds or renames. An import can add 100,000 datasets with a million words, so each statement
/// inserts many rows and no row is tracked.
/// </summary>
internal sealed class DatasetWords
{
    /// <summary>
    /// Rows per statement. To find a parameter, SQLite scans the names before it, so the cost grows with the square of the length: with 512
    /// rows, a million words took three times as long.
    /// </summary>
    private const int MostRows = 32;

    private readonly List<Dataset> added;
    private readonly List<Dataset> renamed;

    private DatasetWords(List<Dataset> added, List<Dataset> renamed) => (this.added, this.renamed) = (added, renamed);

    /// <summary>The words that the next save changes; null if none.</summary>
    public static DatasetWords? Pending(DashboardContext context)
    {
        var fresh = new List<Dataset>();
        var changed = new List<Dataset>();
        foreach (var entry in context.ChangeTracker.Entries<Dataset>())
        {
            if (entry.State is EntityState.Added)
                fresh.Add(entry.Entity);
            else if (entry.State is EntityState.Modified && entry.Property(dataset => dataset.Name).IsModified)
                changed.Add(entry.Entity);
        }

        return fresh.Count + changed.Count > 0 ? new(fresh, changed) : null;
    }

    /// <summary>Call it in the save's own transaction, once the datasets have their IDs.</summary>
    public async Task WriteAsync(DashboardContext context, CancellationToken cancellationToken)
    {
        foreach (var chunk in renamed.Select(dataset => dataset.Id).Chunk(500))
            await context.DatasetWords.Where(word => chunk.Contains(word.DatasetId)).ExecuteDeleteAsync(cancellationToken);

        // In key order, so that the index grows page by page.
        var rows = added.Concat(renamed)
            .SelectMany(dataset => DatasetWord.Of(dataset).Select(word => (Word: word, dataset.Id)))
            .ToArray();
        Array.Sort(rows, (left, right) => string.CompareOrdinal(left.Word, right.Word) is var order and not 0 ? order : left.Id.CompareTo(right.Id));
        for (var (at, count) = (0, MostRows); at < rows.Length; at += count)
        {
            // Halved at the end, to keep the number of different statements low.
            while (count > rows.Length - at)
                count /= 2;
            await context.Database.ExecuteSqlRawAsync(
                Insert(count), rows[at..(at + count)].SelectMany(row => new object[] { row.Word, row.Id }), cancellationToken);
        }
    }

    private static string Insert(int rows)
    {
        var sql = new StringBuilder("""INSERT INTO "DatasetWords" ("Word", "DatasetId") VALUES """);
        for (var row = 0; row < rows; row++)
            sql.Append(row == 0 ? "" : ", ").Append('(').Append('{').Append(2 * row).Append("}, {").Append((2 * row) + 1).Append("})");
        return sql.ToString();
    }
}
