using Dashboard.Web.Controls.Marks;

namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>The sort keys that have an index.</summary>
internal enum CopySortKey
{
    Resource,
    Bytes,
    FirstSeen,
}

/// <summary>The sort order of the copies shown.</summary>
internal sealed record CopySort(CopySortKey Key, bool Descending)
{
    public static readonly CopySort Default = new(CopySortKey.Bytes, Descending: true);

    /// <summary>Reads <c>bytes</c>, or <c>-bytes</c> for the largest first. Any other text gives the default.</summary>
    public static CopySort Parse(string? text) =>
        Enum.TryParse<CopySortKey>(text?.TrimStart('-'), ignoreCase: true, out var key) && Enum.IsDefined(key) ? new(key, text![0] == '-') : Default;

    public override string ToString() => (Descending ? "-" : "") + Key.ToString().ToLowerInvariant();
}
