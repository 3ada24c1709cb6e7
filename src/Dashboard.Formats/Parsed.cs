using System.Diagnostics.CodeAnalysis;

namespace Dashboard.Formats;

/// <summary>The result of reading one row of a file: either the row or the reason why it was rejected.</summary>
public readonly struct Parsed<TRow>
    where TRow : class
{
    /// <summary>An accepted row.</summary>
    public Parsed(TRow row) => Row = row;

    /// <summary>A rejected row.</summary>
    public Parsed(RowRejection rejection) => Rejection = rejection;

    /// <summary>The row; null when it was rejected.</summary>
    public TRow? Row { get; }

    /// <summary>Why the row was rejected; null when it was accepted.</summary>
    public RowRejection? Rejection { get; }

    /// <summary>True when there is a row.</summary>
    [MemberNotNullWhen(true, nameof(Row))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsAccepted => Row is not null;
}

/// <summary>Why one row was rejected. The other rows are still read.</summary>
/// <param name="File">The file the row is in; an S3 Inventory has several.</param>
/// <param name="Line">1-based physical line on which the row starts; for JSON listings the 1-based position in the list.</param>
/// <param name="Column">The column with the error; empty when the error concerns the whole row.</param>
/// <param name="Value">The value in the file, at most 200 characters, with control and text-direction characters made visible.</param>
/// <param name="Reason">What is wrong with it, as a phrase that starts with a verb: "is negative".</param>
public sealed record RowRejection(string File, long Line, string Column, string Value, string Reason)
{
    /// <summary>The resource that the row names; null when it cannot be read, so that the row could be about any resource.</summary>
    public ResourceName? Names { get; init; }
}

/// <summary>The resource that a row names: an ID, or a path in a container.</summary>
/// <param name="Container">The bucket; empty when the source has none.</param>
/// <param name="Path">The resource's ID, the object's key or the file's path.</param>
public readonly record struct ResourceName(string Container, string Path);
