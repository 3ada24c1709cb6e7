namespace Dashboard.Formats.Reading;

/// <summary>Rows of cells from a file of any kind. A cell is UTF-8 text that is valid until the next <see cref="Read"/>.</summary>
internal abstract class RowSource : IDisposable
{
    /// <summary>1-based physical line on which the current row starts.</summary>
    public long Line { get; protected set; }

    /// <summary>Why the current row could not be split into cells; null when it could.</summary>
    public BrokenRow? Broken { get; protected set; }

    /// <summary>True when the current row ends where the file does, without a line ending.</summary>
    public virtual bool IsUnended => false;

    /// <summary>The file's name for error messages.</summary>
    public abstract string File { get; }

    /// <summary>Moves to the next row; false at the end of the file.</summary>
    public abstract bool Read();

    /// <summary>The current row's text in a column; empty when the row has none.</summary>
    public abstract ReadOnlySpan<byte> Cell(int ordinal);

    public abstract void Dispose();
}

/// <summary>A row that cannot be split into cells.</summary>
internal sealed record BrokenRow(string Column, string Value, string Reason);
