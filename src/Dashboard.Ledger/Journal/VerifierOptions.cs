namespace Dashboard.Ledger;

/// <summary>What the auditor knows from other sources. The verified data cannot supply it.</summary>
public sealed record VerifierOptions
{
    /// <summary>Keys that the auditor got from another source and trusts. If empty, the ledger's own keys are used, and the report says so.</summary>
    public IReadOnlyList<NoteKey> Keys { get; init; } = [];

    /// <summary>A signed checkpoint that the auditor kept: the ledger must begin with the entries that it covers.</summary>
    public string? Earlier { get; init; }

    /// <summary>Number of bytes read and hashed at once: small enough to stay in a core's cache from reading to hashing.</summary>
    internal int BatchBytes { get; init; } = 1 << 18;
}
