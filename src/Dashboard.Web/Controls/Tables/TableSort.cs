namespace Dashboard.Web.Controls.Tables;

/// <summary>How a table is sorted, as written in the URL: "bytes", or "-bytes" for largest first.</summary>
public sealed record TableSort(string Key, bool Descending = false)
{
    public static TableSort? Parse(string? text) => text switch
    {
        null or "" or "-" => null,
        ['-', ..] => new(text[1..], Descending: true),
        _ => new(text),
    };

    /// <summary>The sort after a click on a column: by that column, or in the opposite direction if it is already sorted by it.</summary>
    public static TableSort Next(TableSort? current, string key, bool largestFirst) =>
        current?.Key == key ? new(key, !current.Descending) : new(key, largestFirst);

    public override string ToString() => Descending ? $"-{Key}" : Key;
}
