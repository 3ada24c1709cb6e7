using Dashboard.Core;
using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Controls.Tables;
using Dashboard.Web.Features.Inventory.Query;

namespace Dashboard.Web.Features.Inventory.List;

/// <summary>A column of the table and the exports.</summary>
/// <param name="Key">Its name in the URL.</param>
/// <param name="Value">What an export writes: text, a whole number, or null for an empty cell.</param>
/// <param name="IsDefault">Shown unless the reader chose other columns.</param>
internal sealed record CopyColumn(string Key, string Title, Func<CopyRow, object?> Value, bool IsDefault = true)
{
    /// <summary>The table's sort key for this column; null when no index supports the sort.</summary>
    public string? SortKey => Enum.TryParse<CopySortKey>(Key, ignoreCase: true, out _) ? Key : null;

    public bool IsNumber => Key is "bytes" or "records" or "objects";

    /// <summary>All columns in display order.</summary>
    public static readonly CopyColumn[] All =
    [
        new("resource", "Resource", row => row.ResourceId),
        new("dataset", "Dataset", row => row.Dataset),
        new("position", "Position", row => row.Position.ToString()),
        new("state", "State", row => Naming.Label(row.State)),
        new("location", "Location", row => row.Location),
        new("role", "Role", row => row.Role.ToString()),
        new("bytes", "Bytes", row => row.Bytes),
        new("firstseen", "First seen", row => TimeText.Exact(row.FirstSeen)),
        new("classification", "Classification", row => row.Classification, IsDefault: false),
        new("system", "System", row => row.System, IsDefault: false),
        new("owner", "Owner", row => row.Owner, IsDefault: false),
        new("operator", "Operator", row => row.Operator, IsDefault: false),
        new("country", "Country", row => row.Country, IsDefault: false),
        new("source", "Source", row => row.Source, IsDefault: false),
        new("records", "Records", row => row.Records, IsDefault: false),
        new("objects", "Objects", row => row.Objects, IsDefault: false),
        new("lastseen", "Last seen", row => TimeText.Exact(row.LastSeen), IsDefault: false),
        new("created", "Created", row => row.CreatedAt is { } at ? TimeText.Exact(at) : null, IsDefault: false),
        new("retain", "Retain until", row => row.RetainUntil?.ToString("yyyy-MM-dd"), IsDefault: false),
        new("fingerprint", "Fingerprint", row => row.Fingerprint, IsDefault: false),
        new("urn", "Dataset URN", row => row.Urn, IsDefault: false),
    ];

    /// <summary>The columns that the URL names, in display order. The resource is always included.</summary>
    public static CopyColumn[] Chosen(IReadOnlyList<string> keys) =>
        keys.Count == 0 ? Array.FindAll(All, column => column.IsDefault) : Array.FindAll(All, column => column == All[0] || keys.Contains(column.Key));

    /// <summary>The keys of these columns for the URL; empty for the default columns.</summary>
    public static string[] KeysOf(CopyColumn[] columns) =>
        columns.SequenceEqual(Chosen([])) ? [] : Array.ConvertAll(columns, column => column.Key);
}
