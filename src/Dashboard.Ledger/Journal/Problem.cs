namespace Dashboard.Ledger;

/// <summary>The kind of a finding.</summary>
public enum ProblemKind
{
    /// <summary>The input is not a journal at all: empty, garbage, or with converted line endings.</summary>
    NotAJournal,

    /// <summary>A line is longer than <see cref="JournalLines.LongestBytes"/>; reading stopped there.</summary>
    LineTooLong,

    /// <summary>The last line is incomplete, or the end of a partial export is missing: the copy was cut off.</summary>
    CutOff,

    /// <summary>A line that does not belong in a journal, or is in the wrong place.</summary>
    StrangeLine,

    /// <summary>A line that should be an entry, but is not valid.</summary>
    EntryUnreadable,

    /// <summary>An entry whose hash is not the one that the next entry names.</summary>
    EntryChanged,

    /// <summary>One or more entries are missing.</summary>
    EntryMissing,

    /// <summary>An entry is in the place of another, or appears twice.</summary>
    EntryMisplaced,

    /// <summary>An entry has an earlier time than the one before. A warning, because clocks can be set back.</summary>
    TimeBackwards,

    /// <summary>Entry 0 or a rotation does not announce a valid signing key.</summary>
    KeyEntry,

    /// <summary>Nothing proves that the holder of the former key agreed to a rotation.</summary>
    RotationUnproved,

    /// <summary>There is no checkpoint.</summary>
    NothingSigned,

    /// <summary>A checkpoint cannot be read.</summary>
    CheckpointUnreadable,

    /// <summary>A checkpoint's signature is invalid, or was made by a key that was never announced or is no longer in force.</summary>
    CheckpointSignature,

    /// <summary>A checkpoint belongs to another ledger.</summary>
    CheckpointOrigin,

    /// <summary>A checkpoint covers more or fewer entries than come before it.</summary>
    CheckpointSize,

    /// <summary>A checkpoint's root does not match the entries before it.</summary>
    CheckpointRoot,

    /// <summary>None of the keys that the auditor trusts signed this ledger.</summary>
    UntrustedKey,

    /// <summary>The auditor's earlier checkpoint contradicts this ledger, or cannot be compared with it.</summary>
    Earlier,

    /// <summary>The newest entries are not signed yet. A warning.</summary>
    TailUnsigned,
}

/// <summary>One finding of the verifier.</summary>
/// <param name="Kind">The kind of the finding.</param>
/// <param name="Entry">Number of the affected entry, from 0; null when the finding is not about one entry.</param>
/// <param name="CheckpointSize">Number of entries that the affected checkpoint covers; null when the finding is not about a checkpoint.</param>
/// <param name="Message">What is wrong, as one or more whole sentences.</param>
public sealed record Problem(ProblemKind Kind, long? Entry, long? CheckpointSize, string Message);
