using System.Text;

namespace Dashboard.Formats.Reading;

/// <summary>Finds a format's columns in a file's header, and rejects a header that does not match the format.</summary>
internal static class CsvHeader
{
    /// <summary>Reads the header record and returns the rows below it.</summary>
    /// <param name="records">Records at the start of the file.</param>
    /// <param name="format">What the file is, for error messages: "an inventory".</param>
    /// <param name="columns">The columns of the format.</param>
    /// <param name="othersAllowed">True when newer versions of a third-party tool may add columns, which are then ignored.</param>
    public static CsvRows Read(CsvRecords records, string format, IReadOnlyList<Column> columns, bool othersAllowed = false)
    {
        if (!records.Read()) throw new UnreadableFileException(records.File, null, "The file contains only blank lines.", "Export it again.");
        var names = Names(records);
        if (names.Any(name => name.Contains('\r')))
            throw records.Unreadable("Lines end in a single CR.", "Save the file with LF or CRLF line endings.");

        var positions = columns.Select(column => names.FindIndex(name => Same(name, column.Name))).ToArray();
        var problems = Problems(names, columns, positions, othersAllowed).ToList();
        return problems.Count == 0
            ? new CsvRows(records, columns, positions, names.Count)
            : throw records.Unreadable($"The header of {format} is wrong: {string.Join("; ", problems)}.", Expected(columns));
    }

    private static List<string> Names(CsvRecords records)
    {
        var names = new List<string>(records.Count);
        for (var i = 0; i < records.Count; i++) names.Add(Encoding.UTF8.GetString(records[i]).Trim(' ', '\t'));
        return names;
    }

    private static IEnumerable<string> Problems(List<string> names, IReadOnlyList<Column> columns, int[] positions, bool othersAllowed)
    {
        foreach (var column in columns.Where(column => column.Required && positions[column.Ordinal] < 0))
            yield return $"column {column.Name} is missing";

        foreach (var repeated in names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
            yield return $"column {VisibleText.Of(repeated.Key)} appears {repeated.Count()} times";

        if (othersAllowed) yield break;
        foreach (var unknown in names.Where(name => !columns.Any(column => Same(name, column.Name))).Distinct(StringComparer.OrdinalIgnoreCase))
            yield return unknown.Length == 0 ? "a column has no name" : $"column {VisibleText.Of(unknown)} is not known";
    }

    private static string Expected(IReadOnlyList<Column> columns)
    {
        var required = string.Join(", ", columns.Where(column => column.Required).Select(column => column.Name));
        var optional = string.Join(", ", columns.Where(column => !column.Required).Select(column => column.Name));
        return optional.Length == 0 ? $"Required columns: {required}." : $"Required columns: {required}. Optional columns: {optional}.";
    }

    private static bool Same(string name, string column) => name.Equals(column, StringComparison.OrdinalIgnoreCase);
}
