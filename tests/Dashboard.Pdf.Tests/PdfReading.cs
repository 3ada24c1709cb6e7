using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Dashboard.Pdf.Tests;

/// <summary>A PDF read back with an independent reader.</summary>
internal sealed class PdfReading(byte[] bytes, int pages) : IDisposable
{
    private static readonly double TopOfText = PageGeometry.PageHeight - PageGeometry.Top;
    private static readonly double BottomOfText = PageGeometry.PageHeight - PageGeometry.FooterRule;

    public byte[] Bytes => bytes;

    /// <summary>The number of pages that the writer counted.</summary>
    public int Pages => pages;

    public PdfDocument Pdf { get; } = PdfDocument.Open(bytes);

    /// <summary>Parsed once: the library parses a page each time it is asked for it.</summary>
    public IReadOnlyList<Page> EveryPage => field ??= [.. Pdf.GetPages()];

    /// <summary>All text without headers, footers and white space. Line breaks add white space at any place.</summary>
    public string Text => field ??= string.Concat(EveryPage.Select(TextOf));

    /// <summary>The text in one style within part of the content's width, without white space.</summary>
    /// <param name="style">Only its size matters.</param>
    /// <param name="from">Left edge, as a fraction of the content's width.</param>
    /// <param name="to">Right edge, as a fraction of the content's width.</param>
    public string TextOfColumn(TextStyle style, float from, float to) => Join(EveryPage.SelectMany(page => page.Letters).Where(letter =>
        Math.Abs(letter.PointSize - style.Size) < 0.1
        && letter.StartBaseLine.X > PageGeometry.Left + (PageGeometry.Width * from) - 1
        && letter.EndBaseLine.X < PageGeometry.Left + (PageGeometry.Width * to)));

    /// <summary>A page's text in the order in which it was drawn, without header, footer and white space.</summary>
    public static string TextOf(Page page) =>
        Join(page.Letters.Where(letter => letter.StartBaseLine.Y < TopOfText && letter.StartBaseLine.Y > BottomOfText));

    public static string HeaderOf(Page page) => Join(page.Letters.Where(letter => letter.StartBaseLine.Y >= TopOfText));

    public static string FooterOf(Page page) => Join(page.Letters.Where(letter => letter.StartBaseLine.Y <= BottomOfText));

    public static string WithoutWhiteSpace(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    /// <summary>Fails if a letter is outside the margins.</summary>
    public void AssertInsideMargins()
    {
        foreach (var page in EveryPage)
        {
            var outside = page.Letters.Where(letter => letter.Value.Trim().Length > 0 && !IsInside(letter)).ToList();
            Assert.True(outside.Count == 0, $"Page {page.Number}: {string.Concat(outside.Take(20).Select(letter => letter.Value))} at {outside.FirstOrDefault()?.BoundingBox}");
        }
    }

    public void Dispose() => Pdf.Dispose();

    private static bool IsInside(Letter letter)
    {
        var (left, right) = (letter.StartBaseLine.X, letter.EndBaseLine.X);
        var fromTop = PageGeometry.PageHeight - letter.StartBaseLine.Y;
        return Math.Min(left, right) >= PageGeometry.Left - 0.5 && Math.Max(left, right) <= PageGeometry.Right + 0.5 && fromTop >= 50 && fromTop <= 792;
    }

    private static string Join(IEnumerable<Letter> letters) =>
        WithoutWhiteSpace(letters.Aggregate(new StringBuilder(), (text, letter) => text.Append(letter.Value)).ToString());
}
