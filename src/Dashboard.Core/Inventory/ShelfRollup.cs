namespace Dashboard.Core.Inventory;

/// <summary>
/// How many copies of a classification, and how many bytes, stand on a shelf: what one source lists at one location in one role and
/// state. It is the rollups of all systems together. Where nobody asks for systems, these rows, far fewer again, are read in their place.
/// What has no copies any more has no row.
/// </summary>
public sealed class ShelfRollup : IRollup
{
    private ShelfRollup()
    {
    }

    /// <summary>The first of the rollups that it sums up, which stays the same whatever is added.</summary>
    public long RollupId { get; private set; }

    public long SourceId { get; private set; }

    public long LocationId { get; private set; }

    public CopyRole Role { get; private set; }

    public CopyState State { get; private set; }

    public long ClassificationId { get; private set; }

    /// <summary>How many rollups it sums up.</summary>
    public long Rollups { get; private set; }

    public long Copies { get; private set; }

    public long Bytes { get; private set; }
}
