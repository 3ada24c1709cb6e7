using Bunit;
using Dashboard.Core.Imports;
using Dashboard.Web.Features.Imports.List;
using Dashboard.Web.Features.Imports.Review;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Component.Tests.Imports;

/// <summary>The parts of an import's page in every state.</summary>
public sealed class ImportStatesTests : ComponentTest
{
    private static readonly ImportDetails Preview = new(
        7, 3, new(4, "Virginia", "virginia", SourceKind.Inventory), ImportState.AwaitingConfirmation, "an inventory (CSV)", new string('a', 64),
        [new("inventory.csv", 1_500_000, new string('b', 64))], IsComplete: true, Now.AddHours(-1), IsUnattended: false, "Ada", Now, null,
        TimeSpan.FromSeconds(2), Counts(@new: 12, changed: 3, unchanged: 85), ImportSample.Empty, ["New location Company va1."], null, null, 0,
        MayRun: true, MayExport: true, MayDownloadFiles: true, MaySeeDatasets: true, SeesAllDatasets: true);

    [Fact]
    public void Decision_NamesTheCountsOnItsButton()
    {
        var confirmed = 0;
        var part = Render<ImportDecision>(p => p.Add(d => d.Import, Preview).Add(d => d.Confirmed, EventCallback.Factory.Create<long?>(this, _ => confirmed++)));
        var apply = part.Find("button");

        Assert.Equal("Apply: 12 new, 3 changed", apply.TextContent);
        Assert.Contains("button-primary", apply.ClassName);
        Assert.Contains("New location Company va1.", part.Markup);
        apply.Click();
        Assert.Equal(1, confirmed);
    }

    [Fact]
    public void Decision_ThatLetsAFewVanish_SaysHowManyOfTheTotal()
    {
        var part = Render<ImportDecision>(p => p.Add(d => d.Import, Preview with { Counts = Counts(unchanged: 95, vanished: 5) }));

        Assert.Contains("5 copies would vanish", part.Find("[role=alert]").TextContent);
        Assert.Contains("5.0 % of the 100 copies", part.Find("[role=alert]").TextContent);
        Assert.Contains("button-danger", part.Find("button").ClassName);
        Assert.DoesNotContain("cut off", part.Markup);
    }

    [Fact]
    public void Decision_ThatLetsMuchVanish_WarnsOfACutOffExport()
    {
        var part = Render<ImportDecision>(p => p.Add(d => d.Import, Preview with { Counts = Counts(unchanged: 70, vanished: 30), IsUnattended = true }));

        Assert.Contains("cut off", part.Find("[role=alert]").TextContent);
        Assert.Contains("waits for a person", part.Markup);
    }

    [Fact]
    public void Decision_ComparedAgain_SaysWhy()
    {
        const string Why = "Another import of Virginia was applied";

        Assert.Contains(Why, Render<ImportDecision>(p => p.Add(d => d.Import, Preview with { IsComparedAgain = true })).Markup);
        Assert.DoesNotContain(Why, Render<ImportDecision>(p => p.Add(d => d.Import, Preview)).Markup);
    }

    [Fact]
    public void Decision_WithoutAnyChange_SaysThatTheSourceIsUpToDate()
    {
        var part = Render<ImportDecision>(p => p.Add(d => d.Import, Preview with { Counts = Counts(unchanged: 100) }));

        Assert.Equal("Confirm: no change, the source is up to date", part.Find("button").TextContent);
    }

    [Fact]
    public void Decision_ForSomeoneWhoMayNot_HasNoButton()
    {
        var part = Render<ImportDecision>(p => p.Add(d => d.Import, Preview with { MayRun = false }));

        Assert.Empty(part.FindAll("button"));
        Assert.Contains("decides whether it is applied", part.Markup);
    }

    [Fact]
    public void Running_ShowsRowsRateAndBytes()
    {
        var activity = new ImportActivity("Reading the rows", IsReading: true, 40_000, 2, 500_000, 1_500_000, TimeSpan.FromSeconds(2));
        var part = Render<ImportRunning>(p => p.Add(d => d.Import, Preview with { State = ImportState.Reading, Activity = activity }));
        var bar = part.Find("progress");

        Assert.Equal(("500000", "1500000"), (bar.GetAttribute("value"), bar.GetAttribute("max")));
        Assert.Contains("40,000", part.Markup);
        Assert.Contains("20,000 rows/s", part.Markup);
        Assert.Contains("500 kB", part.Markup);
    }

    [Fact]
    public void Running_WhileItIsCompared_ShowsNoShare()
    {
        var activity = new ImportActivity("Comparing with the known data", IsReading: false, 40_000, 0, 1_500_000, 1_500_000, TimeSpan.FromSeconds(2));
        var part = Render<ImportRunning>(p => p.Add(d => d.Import, Preview with { State = ImportState.Reading, Activity = activity }));

        Assert.False(part.Find("progress").HasAttribute("value"));
        Assert.Equal("Comparing with the known data", part.Find("h2").TextContent);
    }

    [Theory]
    [InlineData(0, "Starting")]
    [InlineData(1, "Waiting for 1 earlier import")]
    [InlineData(3, "Waiting for 3 earlier imports")]
    public void Waiting_SaysForHowManyImports(int ahead, string title)
    {
        var part = Render<ImportRunning>(p => p.Add(d => d.Import, Preview with { State = ImportState.Received, Ahead = ahead }));

        Assert.Equal(title, part.Find("h2").TextContent);
    }

    [Fact]
    public void Effects_OfTraffic_OmitCountsThatApplyOnlyToCopies()
    {
        var part = Render<ImportEffects>(p => p.Add(d => d.Import, Preview with { Source = new(4, "Edge", "edge", SourceKind.Traffic) }));

        Assert.Equal(["New", "Changed", "Unchanged"], part.FindAll("dt").Select(term => term.TextContent));
    }

    [Fact]
    public void Facts_ShowHashSizeAndRate()
    {
        var part = Render<ImportFacts>(p => p.Add(d => d.Import, Preview with { State = ImportState.Applied }));

        Assert.Contains(new string('b', 64), part.Markup);
        Assert.Contains("1.50 MB", part.Markup);
        Assert.Contains("50 rows/s", part.Markup);
        Assert.Equal("/imports/7/files/1", part.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public void Facts_ForSomeoneWhoMayNotHaveTheFile_HaveNoLink() =>
        Assert.Empty(Render<ImportFacts>(p => p.Add(d => d.Import, Preview with { MayDownloadFiles = false })).FindAll("a"));

    [Theory]
    [InlineData(ImportState.Received, "Waiting")]
    [InlineData(ImportState.AwaitingConfirmation, "Awaiting confirmation")]
    [InlineData(ImportState.Refused, "Refused")]
    public void State_HasATextAndAShape(ImportState state, string word)
    {
        var mark = Render<ImportStateMark>(p => p.Add(m => m.State, state));

        Assert.Equal(word, mark.Find("span span").TextContent);
        Assert.Single(mark.FindAll("svg"));
    }

    private static ImportCounts Counts(long @new = 0, long changed = 0, long unchanged = 0, long vanished = 0)
    {
        var rows = @new + changed + unchanged;
        return ImportCounts.Zero with { Rows = rows, Accepted = rows, New = @new, Changed = changed, Unchanged = unchanged, Vanished = vanished };
    }
}
