namespace Dashboard.Core.Migration;

/// <summary>What a migration tool says about a dataset. Shown next to the stage, never instead of it.</summary>
public enum DeclaredStatus
{
    NotStarted,
    InProgress,
    Failed,
    Completed,
}
