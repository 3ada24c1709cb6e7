namespace Dashboard.Formats;

/// <summary>
/// The whole file cannot be read: it is empty, damaged, in an unknown format, or a decompression bomb. Thrown, not returned, because it can
/// happen in the middle of a stream, after rows were returned. The caller must discard those rows.
/// </summary>
public sealed class UnreadableFileException : Exception
{
    /// <summary>Creates the exception. Its message contains file, line, problem and remedy, in this order.</summary>
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

    /// <summary>1-based physical line; null when not known.</summary>
    public long? Line { get; }

    /// <summary>What is wrong, as a sentence.</summary>
    public string Problem { get; }

    /// <summary>What to do about it, as a sentence.</summary>
    public string Remedy { get; }
}
