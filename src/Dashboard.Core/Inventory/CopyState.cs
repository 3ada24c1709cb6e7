namespace Dashboard.Core.Inventory;

/// <summary>What is known of a copy's existence.</summary>
public enum CopyState
{
    /// <summary>Seen by the latest evidence of its source.</summary>
    Present,

    /// <summary>In an approved deletion batch, not yet executed.</summary>
    DeletionPending,

    /// <summary>An executor says it is deleted. Not proved.</summary>
    DeletionReported,

    /// <summary>Reported deleted, and a later complete inventory of the same source lacks it.</summary>
    VerifiedAbsent,

    /// <summary>A complete inventory lacks it although nobody ordered its deletion.</summary>
    Missing,

    /// <summary>Was proved or found absent, and has been seen again.</summary>
    Reappeared,
}

/// <summary>What each state means for the figures.</summary>
public static class CopyStates
{
    /// <summary>States in which the source still lists the copy (or has not yet had the chance to stop listing it).</summary>
    public static readonly CopyState[] Listed = [CopyState.Present, CopyState.DeletionPending, CopyState.DeletionReported, CopyState.Reappeared];

    /// <summary>
    /// Does a copy count in the figures at its position? A copy inside counts only while its source lists it. A copy outside, or
    /// nobody knows where, counts until its absence is verified: one that vanished without an order still counts against us.
    /// </summary>
    public static bool Counts(this CopyState state, Position position) =>
        state is not CopyState.VerifiedAbsent && (state is not CopyState.Missing || position is not Position.Inside);
}
