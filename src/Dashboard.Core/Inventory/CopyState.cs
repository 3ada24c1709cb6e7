namespace Dashboard.Core.Inventory;

/// <summary>What is known about whether a copy exists.</summary>
public enum CopyState
{
    /// <summary>Listed by the latest evidence of its source.</summary>
    Present,

    /// <summary>In an approved deletion batch, not yet executed.</summary>
    DeletionPending,

    /// <summary>Reported as deleted by an executor, not verified.</summary>
    DeletionReported,

    /// <summary>Reported as deleted, and not listed by a later complete inventory of the same source.</summary>
    VerifiedAbsent,

    /// <summary>A complete inventory does not list it, although no one ordered its deletion.</summary>
    Missing,

    /// <summary>Was verified absent or missing, and is listed again.</summary>
    Reappeared,
}

/// <summary>What each state means for the figures.</summary>
public static class CopyStates
{
    /// <summary>States in which the source still lists the copy (or has not yet had the chance to stop listing it).</summary>
    public static readonly CopyState[] Listed = [CopyState.Present, CopyState.DeletionPending, CopyState.DeletionReported, CopyState.Reappeared];

    /// <summary>
    /// Whether a copy counts in the figures at its position. A copy inside counts only while its source lists it. A copy outside or at an
    /// unknown position counts until it is verified absent: one that vanished without an order still counts against us.
    /// </summary>
    public static bool Counts(this CopyState state, Position position) =>
        state is not CopyState.VerifiedAbsent && (state is not CopyState.Missing || position is not Position.Inside);
}
