namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>A text of a cell, beginning on a line of its own.</summary>
internal readonly record struct Paragraph(string Text, TextStyle Style);
