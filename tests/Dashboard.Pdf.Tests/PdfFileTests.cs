namespace Dashboard.Pdf.Tests;

public sealed class PdfFileTests
{
    [Fact]
    public async Task Properties_AreWritten()
    {
        using var read = await Sample.OfAsync(writer => writer.Paragraph("Text"));

        var information = read.Pdf.Information;
        Assert.Equal(("A report", "Example Video Inc.", "What a report says"), (information.Title, information.Author, information.Subject));
        Assert.Equal(("Programme", "Data residency dashboard"), (information.Creator, information.Producer));
        Assert.Equal("D:20261120140509", information.CreationDate?[..16]);
        Assert.Equal("de", read.Pdf.Structure.Catalog.CatalogDictionary.Data["Lang"].ToString()?.Trim('(', ')'));
    }

    [Fact]
    public async Task EveryPage_IsA4AndHasHeaderAndFooter()
    {
        using var read = await Sample.OfAsync(ThreePages);

        Assert.Equal((3, 3), (read.Pages, read.Pdf.NumberOfPages));
        Assert.All(read.EveryPage, page =>
        {
            Assert.Equal((595, 842), ((int)Math.Round(page.Width), (int)Math.Round(page.Height)));
            Assert.Equal("ProgrammeReport", PdfReading.HeaderOf(page));
            Assert.Equal($"Report7·page{page.Number}of3SHA-2560f1e2d", PdfReading.FooterOf(page));
        });
    }

    [Fact]
    public async Task HeaderAndFooter_ThatAreTooLong_EndInAnEllipsis()
    {
        var text = string.Join(' ', HostileTexts.All.Select(pair => pair.Text));

        using var read = await Sample.OfAsync(new(text, text, text, text), writer => writer.Paragraph("Text"));

        var page = Assert.Single(read.EveryPage);
        Assert.Equal(2, PdfReading.HeaderOf(page).Count(letter => letter == '…'));
        Assert.Contains("…·page1of1W", PdfReading.FooterOf(page));
        Assert.EndsWith("…", PdfReading.FooterOf(page));
        read.AssertInsideMargins();
    }

    [Fact]
    public async Task HeaderAndFooter_MayBeEmpty()
    {
        using var read = await Sample.OfAsync(new("", "", "", ""), writer => writer.Paragraph("Text"));

        var page = Assert.Single(read.EveryPage);
        Assert.Equal(("", "·page1of1"), (PdfReading.HeaderOf(page), PdfReading.FooterOf(page)));
    }

    [Fact]
    public async Task SameContent_GivesTheSameBytes()
    {
        using var first = await Sample.OfAsync(ThreePages);
        using var second = await Sample.OfAsync(ThreePages);

        Assert.Equal(first.Bytes, second.Bytes);
    }

    [Fact]
    public async Task Write_OfContentWithADifferentNumberOfPages_IsRefused()
    {
        var file = new PdfFile(Sample.Properties, Sample.Margins);
        using var output = new MemoryStream();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => file.WriteAsync(
            writer =>
            {
                ThreePages(writer);
                return Task.CompletedTask;
            },
            totalPages: 2,
            output));

        Assert.Contains("fills 3 pages; 2 were counted", refused.Message);
    }

    [Theory]
    [InlineData("", "does not end with a trailer")]
    [InlineData("trailer\n<</Size 2\n/Root 1 0 R>>\nstartxref\n0\n%%EOF", "exactly one section")]
    public void Language_OfAnotherFile_IsRefused(string text, string reason)
    {
        using var file = new MemoryStream();
        file.Write(System.Text.Encoding.Latin1.GetBytes(text));

        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => PdfLanguage.Declare(file, "en")).Message);
    }

    private static void ThreePages(DocumentWriter writer)
    {
        writer.Section("First");
        writer.NewPage();
        writer.Facts(("Label", "Value"), ("Blank", null));
        writer.NewPage();
        writer.Preformatted("one line\nanother line");
    }
}
