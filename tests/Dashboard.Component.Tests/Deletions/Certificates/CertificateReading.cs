using Dashboard.Pdf;
using Dashboard.Pdf.Tests;
using Dashboard.Web.Features.Deletions.Certificates.Pdf;

namespace Dashboard.Component.Tests.Deletions.Certificates;

/// <summary>A certificate's PDF read back with an independent reader.</summary>
internal static class CertificateReading
{
    public static async Task<PdfReading> OfAsync(CertificateSample sample)
    {
        using var file = new MemoryStream();
        var pages = await CertificatePdf.WriteAsync(
            sample.Document, CertificateSample.Each(sample.Items), file, TestContext.Current.CancellationToken);
        return new(file.ToArray(), pages);
    }

    /// <summary>The text of the annex's pages.</summary>
    public static string Annex(this PdfReading read) => read.Text[read.Text.IndexOf("Annex:everycertifiedcopy", StringComparison.Ordinal)..];

    /// <summary>The annex's second column without its headings: the copies before sanitization.</summary>
    public static string CopyColumn(this PdfReading read) => read.TextOfColumn(TextStyle.Small, 0.08f, 0.58f);
}
