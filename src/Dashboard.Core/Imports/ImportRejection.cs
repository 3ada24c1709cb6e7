namespace Dashboard.Core.Imports;

/// <summary>A row that was not understood: where it stands, what it says, and why that cannot be.</summary>
public sealed class ImportRejection(long importId, string file, long line, string column, string value, string reason)
{
    public long Id { get; private set; }

    public long ImportId { get; private set; } = importId;

    /// <summary>Name of the file that it stands in: an import may be several.</summary>
    public string File { get; private set; } = file;

    /// <summary>1-based line of the file on which the row starts.</summary>
    public long Line { get; private set; } = line;

    public string Column { get; private set; } = column;

    /// <summary>What stands there, cut to 200 characters.</summary>
    public string Value { get; private set; } = value;

    public string Reason { get; private set; } = reason;
}
