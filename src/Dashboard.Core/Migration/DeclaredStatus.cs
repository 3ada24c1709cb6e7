namespace Dashboard.Core.Migration;

/// <summary>What a migration tool says of a dataset. Shown beside the stage, never instead of it.</summary>
public enum DeclaredStatus
{
    NotStarted,
    InProgress,
    Failed,
    Completed,
}
