namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <param name="Heading">Empty for a table without headings.</param>
/// <param name="Share">Of the page's width; those of a table add up to 1.</param>
/// <param name="IsNumber">Stands at the right.</param>
internal sealed record TableColumn(string Heading, float Share, bool IsNumber = false);

/// <summary>A text of a cell, beginning on a line of its own.</summary>
internal readonly record struct Paragraph(string Text, TextStyle Style);
