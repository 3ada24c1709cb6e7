using Dashboard.Core.Inventory;

namespace Dashboard.Core.Migration;

/// <summary>What the stage rule needs to know about one copy.</summary>
/// <param name="Id">The copy's ID, by which recorded comparisons refer to it.</param>
/// <param name="Appeared">When the copy was created, according to its source; otherwise when it was first seen.</param>
public readonly record struct CopyEvidence(
    long Id, Position Position, CopyRole Role, CopyState State, long Bytes, long? Records, string? Fingerprint, DateTimeOffset Appeared)
{
    /// <summary>True when its source does not state its whole size; <see cref="Bytes"/> is then what is known of it.</summary>
    public bool IsSizeUnknown { get; init; }

    /// <summary>Whether it can be equal to anything: zero bytes or zero records equal nothing, because broken exports have them, too.</summary>
    public bool CanBeEqual => (Bytes > 0 || IsSizeUnknown) && Records is not 0;

    public bool Counts => State.Counts(Position);

    public bool IsInside => Position is Position.Inside && Counts;

    /// <summary>Not inside and not verified absent: Unknown counts as outside.</summary>
    public bool RemainsOutside => Position is not Position.Inside && Counts;

    public bool DeletionOrdered => State is CopyState.DeletionPending or CopyState.DeletionReported;
}
