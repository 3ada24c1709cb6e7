using SkiaSharp;

namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>
/// The certificate as a PDF: A4, fonts embedded, text selectable, the same bytes for the same document. The items are read twice, first to
/// count the pages and to check that they are the annex that the document names, then to draw; memory does not grow with them but for the
/// PDF's own list of pages.
/// </summary>
internal static class CertificatePdf
{
    private const string Language = "en-GB";

    /// <param name="document">What it says.</param>
    /// <param name="items">The annex's copies; enumerated twice.</param>
    /// <param name="output">Empty, and can be read and sought, such as a temporary file.</param>
    /// <param name="cancellationToken">Ends it between two copies; what was written is then no PDF.</param>
    /// <returns>The number of pages.</returns>
    /// <exception cref="InvalidDataException">The items are not the annex that the document names.</exception>
    public static async Task<int> WriteAsync(
        CertificateDocument document, IAsyncEnumerable<CertificateItem> items, Stream output, CancellationToken cancellationToken)
    {
        var sha256 = CertificateJson.Sha256(CertificateJson.Write(document));
        var margin = new PageText(document.Issuer.Programme, document.Number, sha256);

        using var digest = new AnnexDigest();
        int pages;
        using (var counting = new Sheet(pdf: null, margin, total: 0))
        {
            await FillAsync(counting, document, sha256, items, item => digest.Add(item), cancellationToken);
            pages = counting.Pages;
        }

        var found = digest.Finish();
        if (found != document.Annex)
            throw new InvalidDataException($"The certificate names an annex of {Shown.Copies(document.Annex.Copies)} with SHA-256 {document.Annex.Sha256}; these are {found.Copies:N0} with {found.Sha256}.");

        using (var pdf = SKDocument.CreatePdf(output, Metadata(document)))
        {
            using (var drawing = new Sheet(pdf, margin, pages))
                await FillAsync(drawing, document, sha256, items, _ => { }, cancellationToken);
            pdf.Close();
        }

        PdfLanguage.Declare(output, Language);
        return pages;
    }

    private static async Task FillAsync(
        Sheet sheet,
        CertificateDocument document,
        string sha256,
        IAsyncEnumerable<CertificateItem> items,
        Action<CertificateItem> look,
        CancellationToken cancellationToken)
    {
        var writer = new Writer(sheet);
        sheet.BeginPage();
        FrontPart.Write(writer, document, sha256);
        DecisionPart.Write(writer, document);
        VerifyPart.Write(writer, document, sha256);
        var annex = new AnnexPart(writer, document);
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            look(item);
            annex.Add(item);
        }

        sheet.EndPage();
    }

    private static SKDocumentPdfMetadata Metadata(CertificateDocument document) => new()
    {
        Title = $"Certificate of sanitization {document.Number}",
        Author = document.Issuer.Organisation ?? document.Issuer.Programme,
        Subject = $"Deletion batch {document.Batch.Id}: {document.Batch.Name}",
        Creator = document.Issuer.Programme,
        Producer = "Data residency dashboard",
        Creation = document.IssuedAt.UtcDateTime,
        Modified = document.IssuedAt.UtcDateTime,
        RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
        EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
    };
}
