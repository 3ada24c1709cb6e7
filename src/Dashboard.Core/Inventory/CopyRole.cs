namespace Dashboard.Core.Inventory;

/// <summary>What a copy is for.</summary>
public enum CopyRole
{
    Primary,
    Replica,
    Backup,
    Archive,
    Cache,
    Export,
}
