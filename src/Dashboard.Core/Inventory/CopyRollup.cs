namespace Dashboard.Core.Inventory;

/// <summary>
/// The number of copies and bytes that have the same source, location, role, state, classification and system. Summaries and filters
/// read these few rows instead of the copies.
/// </summary>
public sealed class CopyRollup
{
    private CopyRollup()
    {
    }

    public long Id { get; private set; }

    public long SourceId { get; private set; }

    public long LocationId { get; private set; }

    public CopyRole Role { get; private set; }

    public CopyState State { get; private set; }

    public long ClassificationId { get; private set; }

    public long SystemId { get; private set; }

    public long Copies { get; private set; }

    public long Bytes { get; private set; }

    public static CopyRollup Empty(RollupKey key) => new()
    {
        SourceId = key.SourceId,
        LocationId = key.LocationId,
        Role = key.Role,
        State = key.State,
        ClassificationId = key.ClassificationId,
        SystemId = key.SystemId,
    };
}
