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

    /// <summary>The least of the ids, in binary order.</summary>
    public string First { get; private set; } = "";

    /// <summary>The greatest; the same where there is but one.</summary>
    public string Last { get; private set; } = "";
}
