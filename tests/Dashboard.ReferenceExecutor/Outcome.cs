namespace Dashboard.ReferenceExecutor;

/// <summary>The result for one item: a line of evidence.</summary>
/// <param name="Bytes">Size of the file in bytes before it was deleted; null when the file was not deleted.</param>
/// <param name="Sha256">SHA-256 of its content, lower-case hexadecimal.</param>
/// <param name="At">When it was deleted, or the attempt failed.</param>
/// <param name="Failure">Why it could not be deleted; null when it was.</param>
internal sealed record Outcome(long Number, string Resource, long? Bytes, string? Sha256, DateTimeOffset At, string? Failure)
{
    public bool IsExecuted => Failure is null;
}
