namespace Dashboard.Core.Inventory;

/// <summary>
/// How many copies of a dataset, and how many bytes, belong to a rollup. What is asked of certain datasets is added up from these rows;
/// a rollup alone does not tell its datasets apart.
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
