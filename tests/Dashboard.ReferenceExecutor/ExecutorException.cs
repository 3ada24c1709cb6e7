namespace Dashboard.ReferenceExecutor;

/// <summary>Ends the run. The message says why, and what to do.</summary>
internal sealed class ExecutorException(int exitCode, string message) : Exception(message)
{
    /// <summary>One of <see cref="ReferenceExecutor.ExitCode"/>.</summary>
    public int ExitCode { get; } = exitCode;
}
