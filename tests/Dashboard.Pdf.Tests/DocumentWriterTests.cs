namespace Dashboard.Pdf.Tests;

public sealed class DocumentWriterTests
{
    [Fact]
    public async Task Sections_AreNumbered()
    {
        using var read = await Sample.OfAsync(writer =>
        {
            writer.Section("Who decided");
            writer.Paragraph("Two reviewers.");
            writer.Section("What was deleted");
        });

        Assert.Equal("1.WhodecidedTworeviewers.2.Whatwasdeleted", read.Text);
    }

    [Fact]
    public async Task Facts_WithoutAValue_SayNotGiven()
    {
        using var read = await Sample.OfAsync(writer =>
        {
            writer.Facts(("Region", "sg-2"), ("Operator", null), ("Country", " "));
            writer.CodeFacts(("Key", null));
        });

        Assert.Equal("Regionsg-2OperatornotgivenCountrynotgivenKeynotgiven", read.Text);
    }

    [Fact]
    public async Task PreformattedLine_ThatIsLong_IsSetSmaller()
    {
        using var read = await Sample.OfAsync(writer => writer.Preformatted($"short\n{new string('x', 110)}"));

        var letters = Assert.Single(read.EveryPage).Letters.Where(letter => letter.Value is "x").ToList();
        Assert.Single(letters.Select(letter => Math.Round(letter.StartBaseLine.Y, 1)).Distinct());
        Assert.All(letters, letter => Assert.InRange(letter.PointSize, 5.8, TextStyle.Preformatted.Size - 0.1));
    }

    [Fact]
    public async Task TableHeadings_AreRepeatedOnEveryPage()
    {
        using var read = await Sample.OfAsync(writer =>
        {
            var table = writer.Table(new("Number", 0.3f, IsNumber: true), new("Name", 0.7f));
            for (var number = 1; number <= 100; number++)
                table.Row(TableCell.Text($"{number}"), TableCell.Code($"copy {number}"));
        });

        Assert.True(read.Pages > 1);
        Assert.All(read.EveryPage, page => Assert.StartsWith("NumberName", PdfReading.TextOf(page)));
        Assert.Equal(
            string.Concat(Enumerable.Range(1, 100).Select(number => $"{number}copy{number}")),
            read.Text.Replace("NumberName", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TableRow_TallerThanAPage_ContinuesOnTheNext()
    {
        var words = string.Join(' ', Enumerable.Range(1, 3000));

        using var read = await Sample.OfAsync(writer => writer.Table(new("A", 0.5f), new("B", 0.5f)).Row(TableCell.Text(words), TableCell.Text("short")));

        Assert.True(read.Pages > 1);
        Assert.Equal(PdfReading.WithoutWhiteSpace(words), read.TextOfColumn(TextStyle.Cell, 0, 0.5f));
        read.AssertInsideMargins();
    }

    [Fact]
    public async Task TableRow_WithAWrongNumberOfCells_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Sample.OfAsync(writer => writer.Table(new("A", 0.5f), new("B", 0.5f)).Row(TableCell.Text("1"))));

        Assert.Contains("has 1 cells; the table has 2 columns", refused.Message);
    }

    [Fact]
    public async Task Table_WithSharesThatDoNotAddUp_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Sample.OfAsync(writer => writer.Table(new("A", 0.5f), new("B", 0.4f))));

        Assert.Contains("must add up to 1", refused.Message);
    }
}
