namespace Dashboard.Core.Inventory;

/// <summary>How many copies, and how many bytes as their sources state them, have these things in common.</summary>
public interface IRollup
{
    long SourceId { get; }

    long LocationId { get; }

    CopyRole Role { get; }

    CopyState State { get; }

    long ClassificationId { get; }

    long Copies { get; }

    long Bytes { get; }
}
