namespace Dashboard.Core.Inventory;

/// <summary>A location's position relative to the boundary. Unknown is never inside and counts against us.</summary>
public enum Position
{
    Unknown,
    Inside,
    Outside,
}
