using System.Collections;

namespace Dashboard.Formats;

/// <summary>The rows of a file as they stream in, and what the file says about itself. Enumerate it once.</summary>
public sealed class RowStream<TRow> : IEnumerable<Parsed<TRow>>
    where TRow : class
{
    private readonly IEnumerable<Parsed<TRow>> _rows;

    internal RowStream(Func<FileFacts, IEnumerable<Parsed<TRow>>> read) => _rows = read(Facts);

    /// <summary>Known after the last row.</summary>
    public FileFacts Facts { get; } = new();

    /// <inheritdoc/>
    public IEnumerator<Parsed<TRow>> GetEnumerator() => _rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
