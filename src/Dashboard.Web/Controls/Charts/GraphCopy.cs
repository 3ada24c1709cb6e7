using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Marks;

namespace Dashboard.Web.Controls.Charts;

/// <summary>Copies of a dataset that share location, role and state; the copy graph draws them as one line.</summary>
/// <param name="Place">Operator and country, shown under the location's name.</param>
/// <param name="Bytes">The total of these copies.</param>
public sealed record GraphCopy(
    string Location, string Place, Position Position, CopyRole Role, CopyState State, long Bytes, string? Href = null, long Copies = 1);
