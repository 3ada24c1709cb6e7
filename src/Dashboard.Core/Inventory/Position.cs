namespace Dashboard.Core.Inventory;

/// <summary>Where a location stands to the boundary. Unknown is never inside and counts against us.</summary>
public enum Position
{
    Unknown,
    Inside,
    Outside,
}
