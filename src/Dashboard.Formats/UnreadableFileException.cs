namespace Dashboard.Formats;

/// <summary>
/// A whole file that cannot be read: empty, damaged, of no known format, or a bomb. Thrown, not returned, because it can happen in the
/// middle of a stream, after rows were handed out; whoever stages those rows discards them.
/// </summary>
public sealed class UnreadableFileException : Exception
{
    /// <summary>Makes the exception; its message names file, line, problem and remedy in this order.</summary>
    public UnreadableFileException(string file, long? line, string problem, string remedy, Exception? cause = null)
        : base(line is null ? $"{file}: {problem} {remedy}" : $"{file}, line {line}: {problem} {remedy}", cause)
    {
        File = file;
        Line = line;
        Problem = problem;
        Remedy = remedy;
    }

    /// <summary>Name of the file.</summary>
    public string File { get; }

    /// <summary>1-based physical line, where it is known.</summary>
    public long? Line { get; }

    /// <summary>What is wrong, as a sentence.</summary>
    public string Problem { get; }

    /// <summary>What to do about it, as a sentence.</summary>
    public string Remedy { get; }
}
