namespace Dashboard.Web.Controls.Tables;

/// <summary>How a table is sorted, as it stands in the address: "bytes", or "-bytes" for largest first.</summary>
public sealed record TableSort(string Key, bool Descending = false)
{
    public static TableSort? Parse(string? text) => text switch
    {
        null or "" or "-" => null,
        ['-', ..] => new(text[1..], Descending: true),
        _ => new(text),
    };

    /// <summary>What a click on a column asks for: that column, or the other direction of the one that sorts already.</summary>
    public static TableSort Next(TableSort? current, string key, bool largestFirst) =>
        current?.Key == key ? new(key, !current.Descending) : new(key, largestFirst);

    public override string ToString() => Descending ? $"-{Key}" : Key;
}
