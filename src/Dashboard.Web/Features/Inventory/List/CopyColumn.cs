using Dashboard.Core;
using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Controls.Tables;
using Dashboard.Web.Features.Inventory.Query;

namespace Dashboard.Web.Features.Inventory.List;

/// <summary>A column of the table and of the exports.</summary>
/// <param name="Key">As in the address.</param>
/// <param name="Value">What an export writes: text, a whole number, or nothing.</param>
/// <param name="IsUsual">Shown unless the reader chose otherwise.</param>
internal sealed record CopyColumn(string Key, string Title, Func<CopyRow, object?> Value, bool IsUsual = true)
{
    /// <summary>How the table names the order by this column; null when no index serves one.</summary>
    public string? SortKey => Enum.TryParse<CopySortKey>(Key, ignoreCase: true, out _) ? Key : null;

    public bool IsNumber => Key is "bytes" or "records" or "objects";

    /// <summary>All columns in the order in which they are shown.</summary>
    public static readonly CopyColumn[] All =
    [
        new("resource", "Resource", row => row.ResourceId),
        new("dataset", "Dataset", row => row.Dataset),
        new("position", "Position", row => row.Position.ToString()),
        new("location", "Location", row => row.Location),
        new("role", "Role", row => row.Role.ToString()),
        new("bytes", "Bytes", row => row.Bytes),
        new("state", "State", row => Naming.Label(row.State)),
        new("firstseen", "First seen", row => TimeText.Exact(row.FirstSeen)),
        new("classification", "Classification", row => row.Classification, IsUsual: false),
        new("system", "System", row => row.System, IsUsual: false),
        new("owner", "Owner", row => row.Owner, IsUsual: false),
        new("operator", "Operator", row => row.Operator, IsUsual: false),
        new("country", "Country", row => row.Country, IsUsual: false),
        new("source", "Source", row => row.Source, IsUsual: false),
        new("records", "Records", row => row.Records, IsUsual: false),
        new("objects", "Objects", row => row.Objects, IsUsual: false),
        new("lastseen", "Last seen", row => TimeText.Exact(row.LastSeen), IsUsual: false),
        new("created", "Created", row => row.CreatedAt is { } at ? TimeText.Exact(at) : null, IsUsual: false),
        new("retain", "Retain until", row => row.RetainUntil?.ToString("yyyy-MM-dd"), IsUsual: false),
        new("fingerprint", "Fingerprint", row => row.Fingerprint, IsUsual: false),
        new("urn", "Dataset URN", row => row.Urn, IsUsual: false),
    ];

    /// <summary>The columns that the address asks for, in their usual order; the resource is always among them.</summary>
    public static CopyColumn[] Chosen(IReadOnlyList<string> keys) =>
        keys.Count == 0 ? Array.FindAll(All, column => column.IsUsual) : Array.FindAll(All, column => column == All[0] || keys.Contains(column.Key));

    /// <summary>How the address names these columns: not at all when they are the usual ones.</summary>
    public static string[] KeysOf(CopyColumn[] columns) =>
        columns.SequenceEqual(Chosen([])) ? [] : Array.ConvertAll(columns, column => column.Key);
}
