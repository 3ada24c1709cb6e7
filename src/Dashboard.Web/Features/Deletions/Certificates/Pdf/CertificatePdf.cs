using Dashboard.Pdf;

namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>
/// Writes the certificate as a PDF. The items are read twice: once to count the pages and to check that they are the annex that the document
/// names, and once to draw them. The same document gives the same bytes. Memory does not grow with the items, except for the PDF's own list of
/// pages.
/// </summary>
internal static class CertificatePdf
{
    /// <param name="document">The certificate.</param>
    /// <param name="items">The copies of the annex. They are enumerated twice.</param>
    /// <param name="output">An empty stream that can read, write and seek, such as a temporary file.</param>
    /// <param name="cancellationToken">Stops between two copies. What is in <paramref name="output"/> is then not a PDF.</param>
    /// <returns>The number of pages.</returns>
    /// <exception cref="InvalidDataException">The items are not the annex that the document names.</exception>
    public static async Task<int> WriteAsync(
        CertificateDocument document, IAsyncEnumerable<CertificateItem> items, Stream output, CancellationToken cancellationToken)
    {
        var sha256 = CertificateJson.Sha256(CertificateJson.Write(document));
        var pdf = new PdfFile(Properties(document), HeaderFooter(document, sha256));

        using var digest = new AnnexDigest();
        var pages = await pdf.CountPagesAsync(writer => FillAsync(writer, document, sha256, items, item => digest.Add(item), cancellationToken));
        var found = digest.Finish();
        if (found != document.Annex)
            throw new InvalidDataException($"The certificate names an annex of {CertificateText.Copies(document.Annex.Copies)} with SHA-256 {document.Annex.Sha256}; the items are {CertificateText.Copies(found.Copies)} with SHA-256 {found.Sha256}.");

        await pdf.WriteAsync(writer => FillAsync(writer, document, sha256, items, _ => { }, cancellationToken), pages, output);
        return pages;
    }

    private static async Task FillAsync(
        DocumentWriter writer,
        CertificateDocument document,
        string sha256,
        IAsyncEnumerable<CertificateItem> items,
        Action<CertificateItem> inspect,
        CancellationToken cancellationToken)
    {
        SummaryPart.Write(writer, document, sha256);
        DecisionPart.Write(writer, document);
        VerificationPart.Write(writer, document, sha256);
        var annex = new AnnexPart(writer, document);
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            inspect(item);
            annex.Add(item);
        }
    }

    private static DocumentProperties Properties(CertificateDocument document) => new()
    {
        Title = $"Certificate of sanitization {document.Number}",
        Author = document.Issuer.Organisation ?? document.Issuer.Programme,
        Subject = $"Deletion batch {document.Batch.Id}: {document.Batch.Name}",
        Creator = document.Issuer.Programme,
        CreatedAt = document.IssuedAt,
    };

    private static HeaderFooter HeaderFooter(CertificateDocument document, string sha256) =>
        new(document.Issuer.Programme, "Certificate of sanitization", $"Certificate {document.Number}", $"SHA-256 {sha256}");
}
