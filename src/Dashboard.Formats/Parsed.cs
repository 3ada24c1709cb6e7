using System.Diagnostics.CodeAnalysis;

namespace Dashboard.Formats;

/// <summary>What became of one row of a file: either the row or why it was rejected, never both and never neither.</summary>
public readonly struct Parsed<TRow>
    where TRow : class
{
    /// <summary>An accepted row.</summary>
    public Parsed(TRow row) => Row = row;

    /// <summary>A rejected row.</summary>
    public Parsed(RowRejection rejection) => Rejection = rejection;

    /// <summary>The row, unless it was rejected.</summary>
    public TRow? Row { get; }

    /// <summary>Why the row was rejected, unless it was accepted.</summary>
    public RowRejection? Rejection { get; }

    /// <summary>True when there is a row.</summary>
    [MemberNotNullWhen(true, nameof(Row))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsAccepted => Row is not null;
}

/// <summary>Why one row was not accepted. It never stops the rows around it.</summary>
/// <param name="File">The file the row is in; an S3 Inventory has several.</param>
/// <param name="Line">1-based physical line on which the row starts; for JSON listings the 1-based position in the list.</param>
/// <param name="Column">The column at fault; empty when the row as a whole is.</param>
/// <param name="Value">What the file says there, at most 200 characters, with control and direction characters made visible.</param>
/// <param name="Reason">What is wrong with it, as a sentence that starts with a verb: "is negative".</param>
public sealed record RowRejection(string File, long Line, string Column, string Value, string Reason);
