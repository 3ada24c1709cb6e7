namespace Dashboard.Formats;

/// <summary>How a column's values are written.</summary>
public enum ColumnKind
{
    /// <summary>Any text; spaces around it are dropped.</summary>
    Text,

    /// <summary>A URN (RFC 8141): <c>urn:namespace:name</c>.</summary>
    Urn,

    /// <summary>One of <see cref="Column.Words"/>, in any case.</summary>
    Word,

    /// <summary>Two letters of ISO 3166-1 alpha-2, or <c>unknown</c>.</summary>
    Country,

    /// <summary>A whole number, zero or more, digits only.</summary>
    Whole,

    /// <summary>A day: <c>yyyy-MM-dd</c>.</summary>
    Day,

    /// <summary>A moment with its zone: <c>2025-01-31T23:59:59Z</c>.</summary>
    Timestamp,
}

/// <summary>
/// One column of a format. The reader's header check, the templates and the documentation all come from these, so they cannot disagree.
/// </summary>
public sealed class Column
{
    /// <summary>The column's name in the header, lower case; files may use any case.</summary>
    public required string Name { get; init; }

    /// <summary>How its values are written.</summary>
    public required ColumnKind Kind { get; init; }

    /// <summary>True when the header must have it and no row may leave it empty.</summary>
    public bool Required { get; init; } = true;

    /// <summary>What the column says, in one sentence.</summary>
    public required string Meaning { get; init; }

    /// <summary>A value as one would write it.</summary>
    public required string Example { get; init; }

    /// <summary>The value of the template's second row; empty shows that an optional column may be left out.</summary>
    public string SecondExample { get; init; } = "";

    /// <summary>Longest text in UTF-16 characters.</summary>
    public int MaxLength { get; init; } = 256;

    /// <summary>The words that are accepted, as the reader hands them out; empty for other kinds.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Largest number that is accepted.</summary>
    public long MaxValue { get; init; } = long.MaxValue;

    /// <summary>True when a day or moment after now is an error, because the column tells what has happened.</summary>
    public bool NotInFuture { get; init; }

    internal int Ordinal { get; set; }
}
