using Dashboard.Core.Inventory;

namespace Dashboard.Web.Controls;

/// <summary>One copy of a dataset, as the copy graph draws it.</summary>
/// <param name="Place">Operator and country, under the location's name.</param>
public sealed record GraphCopy(
    string Location, string Place, Position Position, CopyRole Role, CopyState State, long Bytes, string? Href = null);
