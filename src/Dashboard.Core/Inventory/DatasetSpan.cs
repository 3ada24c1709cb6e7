namespace Dashboard.Core.Inventory;

/// <summary>
/// The first and the last of the ids by which a dataset's resources are named. A source names those of a dataset alike, so that they lie
/// together in the order of these ids: who looks for the first of many datasets need not ask each of them.
/// </summary>
public sealed class DatasetSpan
{
    private DatasetSpan()
    {
    }

    public long DatasetId { get; private set; }

    public string First { get; private set; } = "";

    public string Last { get; private set; } = "";
}
