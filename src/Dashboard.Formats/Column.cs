namespace Dashboard.Formats;

/// <summary>The format of a column's values.</summary>
public enum ColumnKind
{
    /// <summary>Any text; leading and trailing spaces are removed.</summary>
    Text,

    /// <summary>A URN (RFC 8141): <c>urn:namespace:name</c>.</summary>
    Urn,

    /// <summary>One of <see cref="Column.Words"/>; case is ignored.</summary>
    Word,

    /// <summary>A two-letter country code (ISO 3166-1 alpha-2), or <c>unknown</c>.</summary>
    Country,

    /// <summary>A whole number, 0 or more, written with digits only.</summary>
    Whole,

    /// <summary>A date: <c>yyyy-MM-dd</c>.</summary>
    Day,

    /// <summary>A date and time with a time zone (RFC 3339): <c>2025-01-31T23:59:59Z</c>.</summary>
    Timestamp,
}

/// <summary>
/// One column of a format. The reader's header check, the templates and the documentation are all generated from it, so they always agree.
/// </summary>
public sealed class Column
{
    /// <summary>The column's name in the header, lower case; files may use any case.</summary>
    public required string Name { get; init; }

    /// <summary>The format of its values.</summary>
    public required ColumnKind Kind { get; init; }

    /// <summary>True when the header must contain the column and no row may leave it empty.</summary>
    public bool Required { get; init; } = true;

    /// <summary>What the column contains, in one sentence.</summary>
    public required string Meaning { get; init; }

    /// <summary>An example value, for the template's first row.</summary>
    public required string Example { get; init; }

    /// <summary>The value in the template's second row; empty where an optional column is left empty.</summary>
    public string SecondExample { get; init; } = "";

    /// <summary>Maximum length of text, in UTF-16 characters.</summary>
    public int MaxLength { get; init; } = 256;

    /// <summary>The accepted words, spelled as the reader returns them; empty for other kinds.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Largest number accepted.</summary>
    public long MaxValue { get; init; } = long.MaxValue;

    /// <summary>True when a time later than now is an error, because the column records something that has already happened.</summary>
    public bool NotInFuture { get; init; }

    internal int Ordinal { get; set; }
}
