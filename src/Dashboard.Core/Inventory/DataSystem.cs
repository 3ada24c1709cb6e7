namespace Dashboard.Core.Inventory;

/// <summary>A system that produces and owns datasets, such as a message store or an advertising pipeline.</summary>
public sealed class DataSystem(string name)
{
    /// <summary>The system of datasets that no register has described yet.</summary>
    public const string UnknownName = "Unknown system";

    public long Id { get; private set; }

    public string Name { get; private set; } = name;
}
