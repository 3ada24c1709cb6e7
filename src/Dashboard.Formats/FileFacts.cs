namespace Dashboard.Formats;

/// <summary>
/// What a file says about itself as a whole. Its reader fills it in while the rows stream, so it is known only after the last row. Without it,
/// a missing row would prove nothing: it could be in a part that was never sent.
/// </summary>
public sealed class FileFacts
{
    private readonly SortedSet<string> _coverage = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _ignored = [];

    /// <summary>Why the file is known not to be whole, as a sentence: cut off, or the first page of several. Null when nothing says so.</summary>
    public string? NotWhole { get; private set; }

    /// <summary>What shows that the file is whole, as a phrase; null when nothing does.</summary>
    public string? WholeBecause { get; private set; }

    /// <summary>What the file lists, such as <c>bucket videos</c>. Empty when the format lists everything that its source has.</summary>
    public IReadOnlyCollection<string> Coverage => _coverage;

    /// <summary>Number of values that were not understood and are treated as not given, by column. They decide nothing.</summary>
    public IReadOnlyDictionary<string, long> Ignored => _ignored;

    internal void IsNotWhole(string reason) => NotWhole ??= reason;

    internal void IsWhole(string because) => WholeBecause ??= because;

    internal void Covers(string what) => _coverage.Add(what);

    internal void Ignore(string column) => _ignored[column] = _ignored.GetValueOrDefault(column) + 1;
}
