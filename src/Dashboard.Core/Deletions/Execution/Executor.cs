namespace Dashboard.Core.Deletions;

/// <summary>Who executes work orders: known by an API token, and only at its locations.</summary>
/// <param name="TokenId">The token that it came with.</param>
public sealed record Executor(long TokenId, string Name, IReadOnlySet<long> LocationIds);
