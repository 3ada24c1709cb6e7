namespace Dashboard.Ledger;

/// <summary>What a verifier read, and what it thinks of it.</summary>
public sealed record VerificationReport
{
    /// <summary>Whether everything that could be checked is in order. <see cref="Unproved"/> says what could not.</summary>
    public bool IsVerified => Problems.Count == 0;

    /// <summary>Number of the first entry read: 0 unless the journal is a partial export.</summary>
    public long From { get; init; }

    /// <summary>Entries read.</summary>
    public long Entries { get; init; }

    /// <summary>The newest of them, which no checkpoint vouches for yet: anybody could have added them.</summary>
    public long UnsignedEntries { get; init; }

    /// <summary>Bytes read.</summary>
    public long Bytes { get; init; }

    /// <summary>Checkpoints read.</summary>
    public long Checkpoints { get; init; }

    /// <summary>Time of the first entry read.</summary>
    public DateTimeOffset? FirstTime { get; init; }

    /// <summary>Time of the last entry read.</summary>
    public DateTimeOffset? LastTime { get; init; }

    /// <summary>The ledger's origin.</summary>
    public string? Origin { get; init; }

    /// <summary>Keys that the ledger announced, in their order.</summary>
    public IReadOnlyList<NoteKey> Keys { get; init; } = [];

    /// <summary>The last checkpoint that is in order.</summary>
    public Checkpoint? LastCheckpoint { get; init; }

    /// <summary>Its signed note: what an auditor keeps for the next time.</summary>
    public string? LastCheckpointNote { get; init; }

    /// <summary>What is wrong, as it stands in the journal, so that the first bad entry comes first.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Problems beyond those listed.</summary>
    public long FurtherProblems { get; init; }

    /// <summary>What is odd, but proves nothing.</summary>
    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    /// <summary>What this verification cannot show, in whole sentences.</summary>
    public IReadOnlyList<string> Unproved { get; init; } = [];
}
