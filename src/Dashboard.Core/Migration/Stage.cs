namespace Dashboard.Core.Migration;

/// <summary>How far a dataset's migration has come, derived from its copies and never declared.</summary>
public enum Stage
{
    NotStarted,
    Copying,
    Verified,
    CutOver,
    Retiring,
    Pivoted,
}
