namespace Dashboard.ReferenceExecutor;

/// <summary>What became of one item: a line of evidence.</summary>
/// <param name="Bytes">Length of the file before it was deleted; null when it was not found.</param>
/// <param name="Sha256">Of its content, lower-case hex.</param>
/// <param name="At">When it was deleted, or the attempt failed.</param>
/// <param name="Failure">Why it could not be deleted; null when it was.</param>
internal sealed record Outcome(long Number, string Resource, long? Bytes, string? Sha256, DateTimeOffset At, string? Failure)
{
    public bool IsExecuted => Failure is null;
}
