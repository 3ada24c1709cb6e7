using Dashboard.Web.Features.Deletions.Certificates.Pdf;
using UglyToad.PdfPig.Content;

namespace Dashboard.Component.Tests.Deletions.Certificates;

public sealed class HostileTextTests
{
    private static readonly string LongWord = new('W', 4000);
    private static readonly string LongAddress = "s3://" + string.Concat(Enumerable.Repeat("averylongfoldername/", 300));

    public static TheoryData<string, string> Texts => new()
    {
        { LongWord, LongWord },
        { LongAddress, LongAddress },
        { "two\nlines\tand a tab", "two lines and a tab" },
        { "bell\u0007 zero\u0000 escape\u001b", "bell[U+0007] zero[U+0000] escape[U+001B]" },
        { "turned \u202Egpj.exe and hidden\u200B", "turned [U+202E]gpj.exe and hidden[U+200B]" },
        { "grin \U0001F600 and rocket \U0001F680", "grin \U0001F600 and rocket [U+1F680]" },
        { "private \uE000 and \U0001F1FA\U0001F1F8", "private [U+E000] and [U+1F1FA][U+1F1F8]" },
        { "用户上传 备份（新加坡）", "用户上传 备份（新加坡）" },
        { "アップロード 백업 резервная копия αντίγραφο", "アップロード 백업 резервная копия αντίγραφο" },
        { "Zażółć gęślą jaźń, cafe\u0301", "Zażółć gęślą jaźń, café" },
        { "தமிழ் หน้า", "[U+0BA4][U+0BAE][U+0BBF][U+0BB4][U+0BCD] [U+0E2B][U+0E19][U+0E49][U+0E32]" },
        { "%s {0} <script> \\ ' \" ) ( << >> endobj", "%s {0} <script> \\ ' \" ) ( << >> endobj" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_IsPrintedWholeAndInsideTheMargins(string text, string shown)
    {
        using var read = await ReadAsync(text);

        Assert.Contains(PdfReading.Squeeze(shown), read.CopyColumn);
        AssertInside(read);
    }

    [Theory]
    [InlineData("نسخة احتياطية للرسائل 2026 backup")]
    [InlineData("גיבוי של הודעות (ישן) backup")]
    [InlineData("فارسی\u200cنویسی")]
    public async Task RightToLeftText_KeepsItsCharactersInsideTheMargins(string text)
    {
        using var read = await ReadAsync(text);

        // Joined forms are glyphs of their own; what they stand for is beside them, where readers that search and copy find it.
        var letters = string.Concat(read.EveryPage.SelectMany(page => page.GetMarkedContents()).Select(Meaning)) + read.CopyColumn;
        Assert.All(text.Where(char.IsLetterOrDigit).GroupBy(letter => letter), group =>
            Assert.True(letters.Count(letter => letter == group.Key) >= group.Count(), $"U+{(int)group.Key:X4} is missing"));
        AssertInside(read);
    }

    [Theory]
    [InlineData("نسخة احتياطية للرسائل ")]
    [InlineData("ااااااااااااااا")]
    [InlineData("ﷺﷺﷺﷺ گگگگگگگگگگگ ")]
    [InlineData("e\u0301\u0302\u0303\u0304\u0305")]
    public async Task ShapedText_OfManyLines_StaysInsideTheMargins(string text)
    {
        using var read = await ReadAsync(string.Concat(Enumerable.Repeat(text, 120)));

        AssertInside(read);
    }

    [Fact]
    public async Task EveryTextAtOnce_InEveryField_StaysInsideTheMargins()
    {
        var text = string.Join(' ', Texts.Select(row => row.Data.Item1));
        var sample = await CertificateSample.OfAsync(
            3,
            item => item with { Dataset = text, DatasetUrn = text, ResourceId = text, Source = text, Role = text, Technique = text, Tool = text, EvidenceLink = text, KeyId = text },
            document => document with
            {
                Number = text,
                Issuer = new(text, text, text, "US"),
                Batch = document.Batch with { Name = text, Reason = text, InsideReason = text, Method = text, Technique = text, Id = text },
                Places = [.. document.Places.Select(place => place with { Name = text, Region = text, Operator = text, Country = text })],
                Approvals = [new(text, text, document.IssuedAt, document.IssuedAt, LongWord)],
                Omissions = [new(text, text, 1, 1)],
                Ledger = document.Ledger with { Origin = text, Key = text, Checkpoint = text, Entries = [new(1, text)] },
            });

        using var read = await PdfReading.OfAsync(sample);

        Assert.Equal(read.Pages, read.Pdf.NumberOfPages);
        AssertInside(read);
        Assert.All(read.EveryPage, page => Assert.Contains($"…·page{page.Number}of{read.Pages}SHA-256", PdfReading.Footer(page)));
    }

    [Fact]
    public void HalfACharacter_IsPrintedAsItsCode()
    {
        using var faces = new Faces();

        Assert.Equal("half [U+D83D] of a pair", ShownText.Of("half \uD83D of a pair", faces, FontCut.Regular));
    }

    private static async Task<PdfReading> ReadAsync(string text) =>
        await PdfReading.OfAsync(await CertificateSample.OfAsync(2, item => item with { Dataset = text }));

    private static string Meaning(MarkedContentElement content) => content.ActualText + string.Concat(content.Children.Select(Meaning));

    private static void AssertInside(PdfReading read)
    {
        foreach (var page in read.EveryPage)
        {
            var outside = page.Letters.Where(letter => letter.Value.Trim().Length > 0 && !IsInside(letter)).ToList();
            Assert.True(outside.Count == 0, $"Page {page.Number}: {string.Concat(outside.Take(20).Select(letter => letter.Value))} at {outside.FirstOrDefault()?.BoundingBox}");
        }
    }

    private static bool IsInside(Letter letter)
    {
        var (left, right) = (letter.StartBaseLine.X, letter.EndBaseLine.X);
        var fromTop = Frame.PageHeight - letter.StartBaseLine.Y;
        return Math.Min(left, right) >= Frame.Left - 0.5 && Math.Max(left, right) <= Frame.Right + 0.5 && fromTop >= 50 && fromTop <= 792;
    }

}
