using Dashboard.Browser.Tests.Setting;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>What a careful reader of the page or of its print would point at.</summary>
public sealed class DrawnTests(DemoWorld world) : JourneyTest(world)
{
    /// <summary>A tile of parts of pixels is drawn with another density at each place and width.</summary>
    [Fact]
    public async Task Hatch_OfWhatIsOutside_IsATileOfWholePixels()
    {
        var visitor = await VisitAsync("Dana Whitfield");
        await visitor.GoAsync("/migration");

        var sizes = await visitor.Page.Locator(".fill-outside").EvaluateAllAsync<string[]>("bars => bars.map(bar => getComputedStyle(bar).backgroundSize)");

        Assert.NotEmpty(sizes);
        Assert.All(sizes, size => Assert.Matches("^[0-9]+px [0-9]+px$", size));
    }

    /// <summary>A notice once touched the line below it.</summary>
    [Fact]
    public async Task Notices_KeepTheirDistance()
    {
        var visitor = await VisitAsync("Dana Whitfield");
        await visitor.GoAsync("/migration/datasets?risk=mismatch");
        await visitor.Rows("Datasets").First.GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".message-warning").First).ToBeVisibleAsync();

        var gaps = await visitor.Page.Locator(".message").EvaluateAllAsync<double[]>(
            "all => all.filter(one => one.nextElementSibling).map(one => one.nextElementSibling.getBoundingClientRect().top - one.getBoundingClientRect().bottom)");

        Assert.NotEmpty(gaps);
        Assert.All(gaps, gap => Assert.InRange(gap, 8, 48));
    }

    [Theory]
    [InlineData("/summary", "Backup copies outside")]
    [InlineData("/inventory", "va1/")]
    [InlineData("/migration/datasets", "Left outside")]
    public async Task Print_NamesTheProgrammeAndThePage_AndHasNoEmptyPage(string path, string content)
    {
        var visitor = await VisitAsync("Dana Whitfield");
        await visitor.GoAsync(path);

        using var pdf = PdfDocument.Open(await visitor.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true }));

        var pages = pdf.GetPages().Select(page => page.Text.Replace(" ", "", StringComparison.Ordinal)).ToList();
        Assert.Contains(pages, text => text.Contains(content.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.All(pages, (text, index) =>
        {
            Assert.Contains("USuserdatapivot", text, StringComparison.Ordinal);
            Assert.Contains($"{index + 1}", text, StringComparison.Ordinal);
            Assert.True(text.Length > 120, $"Page {index + 1} of {pages.Count} is nearly empty: {text}");
        });
    }
}
