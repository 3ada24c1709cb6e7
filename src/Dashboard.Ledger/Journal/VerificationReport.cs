namespace Dashboard.Ledger;

/// <summary>The result of a verification: what was read, and what was found.</summary>
public sealed record VerificationReport
{
    /// <summary>Whether everything that could be checked is valid. <see cref="Unproved"/> lists what could not be checked.</summary>
    public bool IsVerified => Problems.Count == 0;

    /// <summary>Number of the first entry read: 0 unless the journal is a partial export.</summary>
    public long From { get; init; }

    /// <summary>Number of entries read.</summary>
    public long Entries { get; init; }

    /// <summary>Number of the newest entries that no checkpoint covers yet: anyone could have added them.</summary>
    public long UnsignedEntries { get; init; }

    /// <summary>Number of bytes read.</summary>
    public long Bytes { get; init; }

    /// <summary>Number of checkpoints read.</summary>
    public long Checkpoints { get; init; }

    /// <summary>Time of the first entry read, UTC; null when there is none.</summary>
    public DateTimeOffset? FirstTime { get; init; }

    /// <summary>Time of the last entry read, UTC; null when there is none.</summary>
    public DateTimeOffset? LastTime { get; init; }

    /// <summary>The ledger's origin; null when nothing named it.</summary>
    public string? Origin { get; init; }

    /// <summary>Keys that the ledger announced, in order.</summary>
    public IReadOnlyList<NoteKey> Keys { get; init; } = [];

    /// <summary>The last valid checkpoint; null when there is none.</summary>
    public Checkpoint? LastCheckpoint { get; init; }

    /// <summary>The signed note of <see cref="LastCheckpoint"/>, for the auditor to keep for the next verification.</summary>
    public string? LastCheckpointNote { get; init; }

    /// <summary>What is wrong, in journal order, so the first invalid entry comes first.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Number of problems that are not in <see cref="Problems"/>.</summary>
    public long FurtherProblems { get; init; }

    /// <summary>What is unusual, but not proof of a problem.</summary>
    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    /// <summary>What this verification cannot show, in whole sentences.</summary>
    public IReadOnlyList<string> Unproved { get; init; } = [];
}
