namespace Dashboard.Ledger;

/// <summary>What the auditor knows from elsewhere; nothing that is verified can supply it.</summary>
public sealed record VerifierOptions
{
    /// <summary>Keys that the auditor got another way and trusts. Empty: the ledger's own word is taken, and the report says so.</summary>
    public IReadOnlyList<NoteKey> Keys { get; init; } = [];

    /// <summary>A signed checkpoint that the auditor kept: this ledger must contain what it vouches for.</summary>
    public string? Earlier { get; init; }

    /// <summary>Bytes that are read and hashed at once: few enough to stay in a core's cache from the reading to the hashing.</summary>
    internal int BatchBytes { get; init; } = 1 << 18;
}
