namespace Dashboard.Core.Deletions;

/// <summary>Someone who executes work orders, identified by an API token and limited to its locations.</summary>
/// <param name="TokenId">The ID of that API token.</param>
public sealed record Executor(long TokenId, string Name, IReadOnlySet<long> LocationIds);
