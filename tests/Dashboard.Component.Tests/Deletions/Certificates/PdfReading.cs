using System.Text;
using Dashboard.Web.Features.Deletions.Certificates.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Dashboard.Component.Tests.Deletions.Certificates;

/// <summary>A certificate read back as anybody's reader reads it.</summary>
internal sealed class PdfReading : IDisposable
{
    private readonly Lazy<IReadOnlyList<Page>> everyPage;
    private readonly Lazy<string> text;

    private PdfReading(byte[] bytes, int pages)
    {
        (Bytes, Pages, Pdf) = (bytes, pages, PdfDocument.Open(bytes));
        everyPage = new(() => [.. Pdf.GetPages()]);
        text = new(() => string.Concat(EveryPage.Select(TextOf)));
    }

    public byte[] Bytes { get; }

    /// <summary>As the writer counted them.</summary>
    public int Pages { get; }

    public PdfDocument Pdf { get; }

    /// <summary>Parsed once: the library parses a page each time it is asked for it.</summary>
    public IReadOnlyList<Page> EveryPage => everyPage.Value;

    /// <summary>All text without white space, which line breaks put anywhere.</summary>
    public string Text => text.Value;

    /// <summary>The annex's pages alone.</summary>
    public string Annex => Text[Text.IndexOf("Annex:everycertifiedcopy", StringComparison.Ordinal)..];

    /// <summary>What the annex says of the copies before sanitization: its second column without the headings.</summary>
    public string CopyColumn => Join(EveryPage.SelectMany(page => page.Letters).Where(letter =>
        Math.Abs(letter.PointSize - TextStyle.Small.Size) < 0.1
        && letter.StartBaseLine.X > Frame.Left + (Frame.Width * 0.08f) - 1 && letter.EndBaseLine.X < Frame.Left + (Frame.Width * 0.58f)));

    public static async Task<PdfReading> OfAsync(CertificateSample sample)
    {
        using var file = new MemoryStream();
        var pages = await CertificatePdf.WriteAsync(
            sample.Document, CertificateSample.Each(sample.Items), file, TestContext.Current.CancellationToken);
        return new(file.ToArray(), pages);
    }

    /// <summary>A page's text in the order in which it was set, without its header, its footer and white space.</summary>
    public static string TextOf(Page page) =>
        Join(page.Letters.Where(letter => letter.StartBaseLine.Y < Frame.PageHeight - Frame.Top && letter.StartBaseLine.Y > Frame.PageHeight - Frame.FooterRule));

    public static string Footer(Page page) =>
        Join(page.Letters.Where(letter => letter.StartBaseLine.Y < Frame.PageHeight - Frame.FooterRule));

    public static string Squeeze(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    public void Dispose() => Pdf.Dispose();

    private static string Join(IEnumerable<Letter> letters) => Squeeze(letters.Aggregate(new StringBuilder(), (text, letter) => text.Append(letter.Value)).ToString());
}
