namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <param name="Heading">Empty for a table without headings.</param>
/// <param name="Share">Of the page's width; those of a table add up to 1.</param>
/// <param name="IsNumber">Stands at the right.</param>
internal sealed record TableColumn(string Heading, float Share, bool IsNumber = false);
