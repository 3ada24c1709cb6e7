namespace Dashboard.Core.Imports;

/// <summary>A row that was rejected: where it is, what it says, and why it was rejected.</summary>
public sealed class ImportRejection(long importId, string file, long line, string column, string value, string reason)
{
    public long Id { get; private set; }

    public long ImportId { get; private set; } = importId;

    /// <summary>Name of the file that contains it; an import can have several.</summary>
    public string File { get; private set; } = file;

    /// <summary>Line of the file on which the row starts, counted from 1.</summary>
    public long Line { get; private set; } = line;

    public string Column { get; private set; } = column;

    /// <summary>The rejected value, truncated to 200 characters.</summary>
    public string Value { get; private set; } = value;

    public string Reason { get; private set; } = reason;
}
