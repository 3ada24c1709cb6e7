namespace Dashboard.Pdf.Tests;

/// <summary>Small documents to test with.</summary>
internal static class Sample
{
    public static readonly HeaderFooter Margins = new("Programme", "Report", "Report 7", "SHA-256 0f1e2d");

    public static readonly DocumentProperties Properties = new()
    {
        Title = "A report",
        Author = "Example Video Inc.",
        Subject = "What a report says",
        Creator = "Programme",
        CreatedAt = new(2026, 11, 20, 14, 5, 9, TimeSpan.Zero),
        Language = "de",
    };

    public static Task<PdfReading> OfAsync(Action<DocumentWriter> content) => OfAsync(Margins, content);

    public static async Task<PdfReading> OfAsync(HeaderFooter margins, Action<DocumentWriter> content)
    {
        var file = new PdfFile(Properties, margins);
        using var output = new MemoryStream();
        var pages = await file.CountPagesAsync(Content);
        await file.WriteAsync(Content, pages, output);
        return new(output.ToArray(), pages);

        Task Content(DocumentWriter writer)
        {
            content(writer);
            return Task.CompletedTask;
        }
    }
}
