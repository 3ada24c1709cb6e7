namespace Dashboard.Core.Deletions;

/// <summary>How far a deletion batch has come.</summary>
public enum BatchState
{
    /// <summary>Being put together by the lead who proposes it. It claims no copy yet.</summary>
    Draft,

    /// <summary>Submitted: reviewers decide.</summary>
    InReview,

    /// <summary>Approved by all it needs. Until the cooling-off ends anybody who oversees can stop it.</summary>
    Approved,

    /// <summary>Executors were given the work order; not every item has been answered for.</summary>
    Executing,

    /// <summary>Every item has been answered for, and at least one is not verified absent.</summary>
    Executed,

    /// <summary>Every item is verified absent, excluded, or moved to another batch.</summary>
    Verified,

    Rejected,
    Withdrawn,

    /// <summary>Approved, and not executed in time.</summary>
    Lapsed,
}

/// <summary>What the states have in common.</summary>
public static class BatchStates
{
    /// <summary>States in which a batch claims its copies: no other batch can be submitted with one of them.</summary>
    public static readonly BatchState[] Open = [BatchState.InReview, BatchState.Approved, BatchState.Executing, BatchState.Executed];

    public static bool IsOpen(this BatchState state) => Open.Contains(state);
}
