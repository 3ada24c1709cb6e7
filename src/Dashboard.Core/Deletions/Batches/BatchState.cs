namespace Dashboard.Core.Deletions;

/// <summary>How far a deletion batch has progressed.</summary>
public enum BatchState
{
    /// <summary>The proposing lead is preparing it. It claims no copies yet.</summary>
    Draft,

    /// <summary>Submitted; reviewers are deciding.</summary>
    InReview,

    /// <summary>It has all approvals that it needs. Anyone who oversees deletions can still stop it.</summary>
    Approved,

    /// <summary>Executors have the work order; some items have not been reported on.</summary>
    Executing,

    /// <summary>Every item has been reported on, and at least one is not verified absent.</summary>
    Executed,

    /// <summary>Every item is verified absent, excluded, or moved to another batch.</summary>
    Verified,

    Rejected,
    Withdrawn,

    /// <summary>Approved, but not executed in time.</summary>
    Lapsed,
}

/// <summary>Groups of states.</summary>
public static class BatchStates
{
    /// <summary>States in which a batch claims its copies: no other batch can be submitted with one of them.</summary>
    public static readonly BatchState[] Open = [BatchState.InReview, BatchState.Approved, BatchState.Executing, BatchState.Executed];

    public static bool IsOpen(this BatchState state) => Open.Contains(state);
}
