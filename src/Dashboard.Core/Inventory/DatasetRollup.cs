namespace Dashboard.Core.Inventory;

/// <summary>
/// The number of copies and bytes of one dataset in one rollup. Filters by dataset add up these rows, because a rollup does not distinguish
/// its datasets.
/// </summary>
public sealed class DatasetRollup
{
    private DatasetRollup()
    {
    }

    public long DatasetId { get; private set; }

    public long RollupId { get; private set; }

    public long Copies { get; private set; }

    public long Bytes { get; private set; }
}
