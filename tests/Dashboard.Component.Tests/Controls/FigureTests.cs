using Bunit;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Controls.Marks;

namespace Dashboard.Component.Tests.Controls;

public sealed class FigureTests : ComponentTest
{
    private static readonly Evidence Fresh = new("Edge log", Now.AddHours(-2), Now.AddHours(20));
    private static readonly Evidence Stale = new("Edge log", Now.AddDays(-9), Now.AddDays(-2), IsComplete: false);

    [Fact]
    public void Figure_WithFreshEvidence_ShowsValueSourceAndAge()
    {
        var figure = Render<Figure>(parameters => parameters
            .Add(figure => figure.Label, "Traffic inside").Add(figure => figure.Value, "99.98").Add(figure => figure.Unit, "%")
            .Add(figure => figure.Evidence, Fresh).Add(figure => figure.Href, "/traffic"));

        Assert.Equal("/traffic", figure.Find("h2 a").GetAttribute("href"));
        Assert.Contains("99.98", figure.Find(".figure-value").TextContent, StringComparison.Ordinal);
        var evidence = figure.Find("footer").TextContent;
        Assert.Contains("2 h ago", evidence, StringComparison.Ordinal);
        Assert.Contains("Edge log", evidence, StringComparison.Ordinal);
        Assert.DoesNotContain("figure-stale", figure.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Figure_WithStaleEvidence_IsDimmedAndSaysSinceWhen()
    {
        var figure = Render<Figure>(parameters => parameters
            .Add(figure => figure.Label, "Backups outside").Add(figure => figure.Value, "412").Add(figure => figure.Evidence, Stale));

        Assert.NotNull(figure.Find("article.figure-stale"));
        var evidence = figure.Find("footer").TextContent;
        Assert.Contains("Stale since", evidence, StringComparison.Ordinal);
        Assert.Contains("2026-03-08 12:00 UTC", evidence, StringComparison.Ordinal);
        Assert.Contains("partial", evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Figure_WithoutValue_SaysNotYetAndWhy()
    {
        var figure = Render<Figure>(parameters => parameters
            .Add(figure => figure.Label, "Deletions verified").Add(figure => figure.Value, null).Add(figure => figure.Missing, "No deletion was reported yet."));

        Assert.Equal("Not yet", figure.Find(".figure-value").TextContent);
        Assert.Contains("No deletion was reported yet.", figure.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Figure_WhileLoading_KeepsItsPlace()
    {
        var figure = Render<Figure>(parameters => parameters
            .Add(figure => figure.Label, "Deletions verified").Add(figure => figure.Value, null).Add(figure => figure.Loading, true));

        Assert.Equal("true", figure.Find("article").GetAttribute("aria-busy"));
        Assert.DoesNotContain("Not yet", figure.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2.0, true, "up", "trend-good")]
    [InlineData(-2.0, false, "down", "trend-bad")]
    [InlineData(0.0, null, "", "trend-flat")]
    public void Figure_WithTrend_ShowsTheDirectionAsTextToo(double change, bool? good, string word, string tone)
    {
        var figure = Render<Figure>(parameters => parameters
            .Add(figure => figure.Label, "Data inside").Add(figure => figure.Value, "71.4").Add(figure => figure.Trend, new(change, "2 points", good)));

        var trend = figure.Find($".trend.{tone}");
        Assert.Equal(word, trend.QuerySelector(".visually-hidden")?.TextContent ?? "");
    }
}
