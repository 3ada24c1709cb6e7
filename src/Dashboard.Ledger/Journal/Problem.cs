namespace Dashboard.Ledger;

/// <summary>What a verifier found.</summary>
public enum ProblemKind
{
    /// <summary>The input is not a journal at all: empty, garbage, converted line ends.</summary>
    NotAJournal,

    /// <summary>A line is longer than any may be; reading stopped there.</summary>
    LineTooLong,

    /// <summary>The last line has no end: the copy is not whole.</summary>
    CutOff,

    /// <summary>A line that is none of a journal's, or stands where it must not.</summary>
    StrangeLine,

    /// <summary>An entry that is not the JSON of one.</summary>
    EntryUnreadable,

    /// <summary>An entry whose bytes are not those that the next one was written after.</summary>
    EntryChanged,

    /// <summary>One or more entries are not there.</summary>
    EntryMissing,

    /// <summary>An entry in another's place, or twice.</summary>
    EntryMisplaced,

    /// <summary>An entry is earlier than the one before. A warning: clocks are set.</summary>
    TimeBackwards,

    /// <summary>Entry 0 or a rotation does not say properly which key signs.</summary>
    KeyEntry,

    /// <summary>Nothing shows that the former key's holder agreed to a rotation.</summary>
    RotationUnproved,

    /// <summary>There is no checkpoint.</summary>
    NothingSigned,

    /// <summary>A checkpoint cannot be read.</summary>
    CheckpointUnreadable,

    /// <summary>A checkpoint's signature is false, or by a key that was never announced or is no longer in force.</summary>
    CheckpointSignature,

    /// <summary>A checkpoint is of another ledger.</summary>
    CheckpointOrigin,

    /// <summary>A checkpoint counts more or fewer entries than stand before it.</summary>
    CheckpointSize,

    /// <summary>A checkpoint was signed over other entries.</summary>
    CheckpointRoot,

    /// <summary>None of the keys that the auditor trusts vouches for this ledger.</summary>
    UntrustedKey,

    /// <summary>The auditor's earlier checkpoint and this ledger exclude each other, or cannot be compared.</summary>
    Earlier,

    /// <summary>The newest entries are not signed yet. A warning.</summary>
    TailUnsigned,
}

/// <summary>One finding, in plain words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Entry">Number of the entry that is bad, where it is one.</param>
/// <param name="CheckpointSize">Entries that the checkpoint counts, where it is one.</param>
/// <param name="Words">One or more whole sentences.</param>
public sealed record Problem(ProblemKind Kind, long? Entry, long? CheckpointSize, string Words);
