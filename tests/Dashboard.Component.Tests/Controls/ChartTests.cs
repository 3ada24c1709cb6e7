using Bunit;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Controls.Tables;

namespace Dashboard.Component.Tests.Controls;

public sealed class ChartTests : ComponentTest
{
    private static readonly DateOnly First = new(2026, 1, 1);

    private static readonly IReadOnlyList<DaySplit> Days =
        [.. Enumerable.Range(0, 90).Select(day => new DaySplit(First.AddDays(day), new(1_000_000L * day, 1_000_000L * (100 - day), 5_000_000)))];

    [Fact]
    public void BurnUp_OfOneDay_SaysTooLittleHistory()
    {
        var chart = Render<BurnUpChart>(parameters => parameters.Add(chart => chart.Days, [Days[0]]));

        Assert.Contains("Too little history", chart.Markup, StringComparison.Ordinal);
        Assert.Empty(chart.FindAll("svg[role=img]"));
    }

    [Fact]
    public void BurnUp_OfAHistory_HasALabelAndATable()
    {
        var chart = Render<BurnUpChart>(parameters => parameters.Add(chart => chart.Days, Days));

        Assert.Contains("inside went from 0 B to 89.0 MB", chart.Find("svg[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal("2026-03-31", chart.Find("tbody th").TextContent);
        Assert.Equal(13, chart.FindAll("tbody tr").Count);
    }

    [Fact]
    public void BurnUp_WithTargets_DrawsNearOnesAndNamesDistantOnes()
    {
        var plot = new BurnUp(Days, [new(First.AddDays(100), "Wave 1"), new(First.AddDays(102), "Wave 2"), new(First.AddDays(900), "Wave 3")], ByteText.Of, 600, 300);

        Assert.Equal([1, 2, 3], plot.Targets.Select(target => target.Number));
        Assert.NotEqual(plot.Targets[0].Row, plot.Targets[1].Row);
        Assert.All(plot.Targets.Take(2), target => Assert.InRange(target.X!.Value, plot.Today, plot.PlotRight));
        Assert.Null(plot.Targets[2].X);
    }

    /// <summary>Names next to the lines crossed them and each other.</summary>
    [Fact]
    public void BurnUp_WithTargets_NamesThemBelowTheChart()
    {
        var chart = Render<BurnUpChart>(parameters => parameters.Add(chart => chart.Days, Days).Add(chart => chart.Targets, [new(First.AddDays(100), "Wave 1"), new(First.AddDays(900), "Wave 3")]));

        Assert.Equal(["1 Wave 1 2026-04-11", "2 Wave 3 2028-06-19, later than this chart"], chart.FindAll(".chart-targets li").Select(item => item.TextContent.Trim()));
        Assert.Equal(3, chart.FindAll("circle.chart-target-number").Count);
    }

    /// <summary>The path that is drawn goes through the same points as the figures: rounding must not add up over the days.</summary>
    [Fact]
    public void BurnUp_OfManyDays_DrawsEveryPointWithinATenthOfAPixel()
    {
        var days = Enumerable.Range(0, 180).Select(day => new DaySplit(First.AddDays(day), new(day * 7 + 3, 1000 - day, day % 11))).ToArray();
        var plot = new BurnUp(days, [], ByteText.Of, 1000, 380);

        var (x, y) = (0m, 0m);
        foreach (var step in System.Text.RegularExpressions.Regex.Matches(plot.InsideLine, @"[Ml](?<x>-?[\d.]+) ?(?<y>-?[\d.]+)", System.Text.RegularExpressions.RegexOptions.NonBacktracking | System.Text.RegularExpressions.RegexOptions.ExplicitCapture).Cast<System.Text.RegularExpressions.Match>())
            (x, y) = (x + Number(step.Groups["x"].Value), y + Number(step.Groups["y"].Value));

        Assert.Equal(plot.PlotRight, (double)x, tolerance: .06);
        var (highest, lowest) = (plot.UpperTicks[^1].At, plot.UpperBottom);
        Assert.InRange((double)y, highest, lowest);
        static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData(0L, "0")]
    [InlineData(3L, "3 B")]
    [InlineData(110_000_000L, "150 MB")]
    [InlineData(long.MaxValue / 2, "6 EB")]
    public void BurnUp_OfAnyAmount_HasARoundScaleThatCoversIt(long total, string highest)
    {
        var plot = new BurnUp([new(First, new(total, 0, 0)), new(First.AddDays(1), new(total, 0, 0))], [], ByteText.Of, 600, 300);

        Assert.Equal(highest, total == 0 ? plot.UpperTicks[0].Text : plot.UpperTicks[^1].Text);
        Assert.DoesNotContain("NaN", plot.Inside, StringComparison.Ordinal);
    }

    [Fact]
    public void ShareBar_WithEveryPosition_ShowsEachAsText()
    {
        var bar = Render<ShareBar>(parameters => parameters.Add(bar => bar.Amounts, new Split(750, 240, 10)).Add(bar => bar.Legend, true));

        Assert.Equal("Inside 750 B (75.0 %), Outside 240 B (24.0 %), Unknown 10 B (1.0 %)", bar.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal(3, bar.FindAll(".share-bar span").Count);
        Assert.Equal(3, bar.FindAll("li").Count);
    }

    [Fact]
    public void ShareBar_OfNothing_SaysSo() =>
        Assert.Equal("Nothing counted", Render<ShareBar>(parameters => parameters.Add(bar => bar.Amounts, default)).Find("[role=img]").GetAttribute("aria-label"));

    [Fact]
    public void Funnel_OfStages_CountsDatasetsAtAndBeyondEach()
    {
        var funnel = Render<StageFunnel>(parameters => parameters
            .Add(funnel => funnel.Counts, [new(Stage.Copying, 30), new(Stage.Pivoted, 10)])
            .Add(funnel => funnel.Href, stage => $"/migration?stage={stage}"));

        Assert.Equal(["40", "40", "10", "10", "10", "10"], funnel.FindAll(".funnel-reached").Select(reached => reached.TextContent.Split(' ')[0]));
        Assert.Equal("/migration?stage=Pivoted", funnel.FindAll("a")[^1].GetAttribute("href"));
    }

    [Fact]
    public void Strip_OfARule_MarksTheStageReachedAndShowsEvidence()
    {
        var rule = new StageRule(
        [
            new(1, Position.Inside, CopyRole.Primary, CopyState.Present, 10, 5, null, Now),
            new(2, Position.Outside, CopyRole.Backup, CopyState.Present, 10, 5, null, Now),
        ], []);

        var strip = Render<StageStrip>(parameters => parameters.Add(strip => strip.Steps, rule.Explain()));

        Assert.Equal(6, strip.FindAll("li").Count);
        Assert.Contains("Cut over", strip.Find("[aria-current=step]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Missing: an approved deletion", strip.Find(".strip-next").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Graph_OfCopies_ListsOutsideFirstAndStrikesThroughAbsentOnes()
    {
        var graph = Render<CopyGraph>(parameters => parameters.Add(graph => graph.Copies,
        [
            new("us-ashburn-1", "Oracle, US", Position.Inside, CopyRole.Primary, CopyState.Present, 7),
            new("Virginia", "The company, US", Position.Outside, CopyRole.Replica, CopyState.Present, 7),
            new("Virginia", "The company, US", Position.Outside, CopyRole.Backup, CopyState.VerifiedAbsent, 7),
        ]));

        Assert.Equal(["Outside", "Inside"], graph.FindAll("section").Select(zone => zone.GetAttribute("aria-label")));
        Assert.Contains("1 copy", graph.Find(".graph-outside header").TextContent, StringComparison.Ordinal);
        Assert.Contains("Backup", Assert.Single(graph.FindAll(".graph-gone")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Graph_WithNothingOutside_SaysSo()
    {
        var graph = Render<CopyGraph>(parameters => parameters.Add(graph => graph.Copies, [new("us-ashburn-1", "Oracle, US", Position.Inside, CopyRole.Primary, CopyState.Present, 7)]));
        Assert.Contains("No known copies outside.", graph.Find(".graph-outside").TextContent, StringComparison.Ordinal);
    }
}
