using System.Globalization;
using System.Text.RegularExpressions;
using Dashboard.Browser.Tests.Setting;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>Every figure of the summary links to its rows, and their number matches the figure.</summary>
public sealed partial class FigureTests(DemoWorld world) : JourneyTest(world)
{
    [Fact]
    public async Task HeadlineFigures_Followed_LeadToMatchingRows()
    {
        var visitor = await VisitAsync("Dana Whitfield");
        var figures = await FiguresAsync(visitor);

        await FollowAsync(visitor, figures["Backup copies outside"].Href, FirstNumber(figures["Backup copies outside"].Value));
        await FollowAsync(visitor, figures["Deletions verified"].Href, FirstNumber(figures["Deletions verified"].Detail));
        await FollowAsync(visitor, figures["Protected data inside"].Href, expected: null);
        var bytes = await visitor.Count.Locator("[title]").GetAttributeAsync("title");
        Assert.Equal(FirstNumber(figures["Protected data inside"].Exact), FirstNumber(bytes!));

        await visitor.GoAsync(figures["Traffic inside"].Href);
        await Assertions.Expect(visitor.Rows("Sources").Filter(new() { HasText = "Edge traffic by location" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Stages_Followed_LeadToTheSameNumberOfDatasets()
    {
        var visitor = await VisitAsync("Dana Whitfield");
        await visitor.GoAsync("/summary");
        var stages = await LinksAsync(visitor, ".funnel li", "a", ".funnel-here-count");
        Assert.Equal(6, stages.Count);
        foreach (var (href, count) in stages)
            await FollowAsync(visitor, href, FirstNumber(count));
    }

    [Fact]
    public async Task PointsOfAttention_Followed_LeadToTheSameNumberOfRows()
    {
        var visitor = await VisitAsync("Dana Whitfield");
        await visitor.GoAsync("/summary");
        var points = await LinksAsync(visitor, ".attention li", "a", "a");
        Assert.NotEmpty(points);
        foreach (var (href, text) in points.Where(point => StartsWithCount().IsMatch(point.Text) && !point.Text.Contains("no date", StringComparison.Ordinal)))
            await FollowAsync(visitor, href, FirstNumber(text));
    }

    [Fact]
    public async Task Locations_OnTheMap_LeadToTheirCopies()
    {
        var visitor = await VisitAsync("Dana Whitfield");
        await visitor.GoAsync("/summary");
        var places = await LinksAsync(visitor, ".map svg.drawn-wide a", null, "title");
        Assert.NotEmpty(places);
        foreach (var (href, text) in places)
            await FollowAsync(visitor, href, FirstNumber(CopiesOf().Match(text).Value));
    }

    private static async Task FollowAsync(Visitor visitor, string href, long? expected)
    {
        await visitor.GoAsync(href);
        var shown = await visitor.Count.InnerTextAsync();
        if (expected is not null)
            Assert.True(FirstNumber(shown) == expected, $"{href} shows {shown.Trim()}, but the summary says {expected:N0}.");
    }

    private static async Task<Dictionary<string, (string Href, string Value, string Exact, string Detail)>> FiguresAsync(Visitor visitor)
    {
        await visitor.GoAsync("/summary");
        var figures = new Dictionary<string, (string, string, string, string)>(StringComparer.Ordinal);
        foreach (var figure in await visitor.Page.GetByRole(AriaRole.Article).AllAsync())
        {
            var link = figure.GetByRole(AriaRole.Heading).GetByRole(AriaRole.Link);
            var value = figure.Locator(".figure-value span").First;
            figures.Add((await link.InnerTextAsync()).Trim(), (
                (await link.GetAttributeAsync("href"))!,
                await value.InnerTextAsync(),
                await value.GetAttributeAsync("title") ?? "",
                await figure.Locator(".figure-detail").InnerTextAsync()));
        }

        return figures;
    }

    private static async Task<List<(string Href, string Text)>> LinksAsync(Visitor visitor, string items, string? link, string text)
    {
        var found = new List<(string, string)>();
        foreach (var item in await visitor.Page.Locator(items).AllAsync())
        {
            var to = link is null ? item : item.Locator(link);
            if (await to.CountAsync() > 0)
                found.Add(((await to.GetAttributeAsync("href"))!, (await item.Locator(text).First.TextContentAsync())!));
        }

        return found;
    }

    private static long FirstNumber(string text) =>
        long.Parse(Number().Match(text).Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d[\d,]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*\d[\d,]* (copy|copies|dataset|datasets)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StartsWithCount();

    [GeneratedRegex(@"\d[\d,]* cop(y|ies)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CopiesOf();
}
