namespace Dashboard.Core.Inventory;

/// <summary>
/// How many copies of a dataset, and how many bytes, belong to a rollup. The totals of certain datasets are added up from these rows, as
/// a rollup alone does not distinguish its datasets.
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
