namespace Dashboard.Core.Migration;

/// <summary>How far a dataset's migration has progressed. Always derived from its copies, never declared.</summary>
public enum Stage
{
    NotStarted,
    Copying,
    Verified,
    CutOver,
    Retiring,
    Pivoted,
}
