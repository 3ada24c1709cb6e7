using SkiaSharp;

namespace Dashboard.Pdf;

/// <summary>
/// A document written as PDF: A4 pages, embedded fonts, text that can be selected and searched. The same content gives the same bytes.
/// <para>
/// Write it in two steps: count the pages, then write them. Both steps call the same content, so a page can say "page 2 of 7" while no page
/// stays in memory. Memory does not grow with the content, except for the PDF's own list of pages.
/// </para>
/// <para>
/// The PDF is not tagged (ISO 32000-1, section 14.8), because SkiaSharp does not offer it. Screen readers get the text in reading order and its
/// language, but no headings or tables.
/// </para>
/// </summary>
/// <param name="properties">What the PDF says about itself.</param>
/// <param name="headerFooter">The text above and below the content of every page.</param>
public sealed class PdfFile(DocumentProperties properties, HeaderFooter headerFooter)
{
    /// <summary>Lays the content out without writing it.</summary>
    /// <param name="content">Writes the content. Its exceptions pass through.</param>
    /// <returns>The number of pages.</returns>
    public Task<int> CountPagesAsync(Func<DocumentWriter, Task> content) => FillAsync(document: null, totalPages: 0, content);

    /// <summary>Writes the PDF. If this fails, <paramref name="output"/> is not a valid PDF.</summary>
    /// <param name="content">Writes the same content as when the pages were counted. Its exceptions pass through.</param>
    /// <param name="totalPages">The result of <see cref="CountPagesAsync"/>.</param>
    /// <param name="output">An empty stream that can read, write and seek, such as a temporary file. It stays open.</param>
    /// <exception cref="InvalidOperationException">The content fills a different number of pages.</exception>
    public async Task WriteAsync(Func<DocumentWriter, Task> content, int totalPages, Stream output)
    {
        using (var document = SKDocument.CreatePdf(output, properties.ToMetadata()))
        {
            var pages = await FillAsync(document, totalPages, content);
            if (pages != totalPages)
                throw new InvalidOperationException($"The content fills {pages:N0} pages; {totalPages:N0} were counted.");
            document.Close();
        }

        PdfLanguage.Declare(output, properties.Language);
    }

    private async Task<int> FillAsync(SKDocument? document, int totalPages, Func<DocumentWriter, Task> content)
    {
        using var flow = new PageFlow(document, headerFooter, totalPages);
        flow.BeginPage();
        await content(new DocumentWriter(flow));
        flow.EndPage();
        return flow.Pages;
    }
}
