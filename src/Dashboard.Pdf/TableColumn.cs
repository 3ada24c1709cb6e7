namespace Dashboard.Pdf;

/// <summary>A column of a <see cref="Table"/>.</summary>
/// <param name="Heading">Repeated on every page. A table whose headings are all empty has no heading row.</param>
/// <param name="Share">Fraction of the content's width, from 0 to 1. The shares of a table must add up to 1.</param>
/// <param name="IsNumber">True to align the heading and the cells to the right.</param>
public sealed record TableColumn(string Heading, float Share, bool IsNumber = false);
