using UglyToad.PdfPig.Content;

namespace Dashboard.Pdf.Tests;

public sealed class TextTests
{
    private const float ColumnStart = 0.2f;
    private const float ColumnEnd = 0.7f;

    public static TheoryData<string, string> Texts => [.. HostileTexts.All.Select(pair => new TheoryDataRow<string, string>(pair.Text, pair.Printed))];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_IsPrintedCompletelyInsideTheMargins(string text, string printed)
    {
        using var read = await InColumnAsync(text);

        Assert.Equal(PdfReading.WithoutWhiteSpace(printed), Column(read));
        read.AssertInsideMargins();
    }

    [Theory]
    [InlineData("نسخة احتياطية للرسائل 2026 backup")]
    [InlineData("גיבוי של הודעות (ישן) backup")]
    [InlineData("فارسی\u200cنویسی")]
    public async Task RightToLeftText_KeepsItsCharactersInsideTheMargins(string text)
    {
        using var read = await InColumnAsync(text);

        // Joined forms have their own glyphs. /ActualText holds the characters, which readers use to search and copy.
        var letters = string.Concat(read.EveryPage.SelectMany(page => page.GetMarkedContents()).Select(ActualText)) + Column(read);
        Assert.All(text.Where(char.IsLetterOrDigit).GroupBy(letter => letter), group =>
            Assert.True(letters.Count(letter => letter == group.Key) >= group.Count(), $"U+{(int)group.Key:X4} is missing"));
        read.AssertInsideMargins();
    }

    [Theory]
    [InlineData("نسخة احتياطية للرسائل ")]
    [InlineData("ااااااااااااااا")]
    [InlineData("ﷺﷺﷺﷺ گگگگگگگگگگگ ")]
    [InlineData("e\u0301\u0302\u0303\u0304\u0305")]
    public async Task ShapedText_OfManyLines_StaysInsideTheMargins(string text)
    {
        using var read = await InColumnAsync(string.Concat(Enumerable.Repeat(text, 120)));

        read.AssertInsideMargins();
    }

    [Fact]
    public void UnpairedSurrogate_IsPrintedAsItsCodePoint()
    {
        using var fonts = new FontSet();

        Assert.Equal("half [U+D83D] of a pair", PrintableText.Of("half \uD83D of a pair", fonts, DocumentFont.Regular));
    }

    private static Task<PdfReading> InColumnAsync(string text) => Sample.OfAsync(writer =>
        writer.Table(new("", ColumnStart), new("", ColumnEnd - ColumnStart), new("", 1 - ColumnEnd))
            .Row(new(), new(new Paragraph(text, TextStyle.Small)), new()));

    private static string Column(PdfReading read) => read.TextOfColumn(TextStyle.Small, ColumnStart, ColumnEnd);

    private static string ActualText(MarkedContentElement content) => content.ActualText + string.Concat(content.Children.Select(ActualText));
}
