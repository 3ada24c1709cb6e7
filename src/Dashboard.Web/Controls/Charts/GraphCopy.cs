using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Marks;

namespace Dashboard.Web.Controls.Charts;

/// <summary>Copies of a dataset that share location, role and state, as the copy graph draws them: one line for all of them.</summary>
/// <param name="Place">Operator and country, under the location's name.</param>
/// <param name="Bytes">Of all of them together.</param>
public sealed record GraphCopy(
    string Location, string Place, Position Position, CopyRole Role, CopyState State, long Bytes, string? Href = null, long Copies = 1);
