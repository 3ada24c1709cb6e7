using Bunit;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Features.Summary;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Component.Tests.Summary;

public sealed class SummaryPageTests : PageTest
{
    public SummaryPageTests() => Services.AddSummary();

    [Fact]
    public void Loading_KeepsTheLayout()
    {
        ActAs(Roles.GovernanceLead);
        var held = HoldDatabase();

        var page = Render<SummaryPage>();

        Assert.Equal(4, page.FindAll("article.figure[aria-busy=true]").Count);
        held.SetResult();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[aria-busy=true]")));
    }

    [Fact]
    public void Empty_ForALead_OffersTheImport()
    {
        ActAs(Roles.GovernanceLead);

        var page = Render<SummaryPage>();

        Assert.Contains("No data yet", page.Find(".empty").TextContent);
        Assert.Equal("/imports", page.Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public void Empty_ForAnExecutive_OffersNoForbiddenPage()
    {
        ActAs(Roles.Executive);

        Assert.Empty(Render<SummaryPage>().FindAll(".empty a"));
    }

    [Fact]
    public void Failing_SaysSoAndRetries()
    {
        ActAs(Roles.GovernanceLead);
        BreakDatabase();
        var page = Render<SummaryPage>();
        Assert.Contains("The summary could not be loaded", page.Find("[role=alert]").TextContent);

        BreakDatabase(false);
        Assert.Equal(Services.GetRequiredService<NavigationManager>().Uri, page.Find("[role=alert] a").GetAttribute("href"));

        Assert.Empty(Render<SummaryPage>().FindAll("[role=alert]"));
    }

    [Fact]
    public void Refused_SaysWhoMay()
    {
        ActAs(Roles.DataSteward);

        Assert.Contains("Your role does not allow this", Render<SummaryPage>().Find("[role=alert]").TextContent);
    }

    [Fact]
    public async Task Figures_ForALead_LinkToTheirRows()
    {
        ActAs(Roles.GovernanceLead);
        await FillAsync();

        var page = Render<SummaryPage>();

        var links = page.FindAll("a.figure-link").Select(link => link.GetAttribute("href")!).ToArray();
        Assert.Contains(links, link => link.StartsWith("/inventory?position=outside&role=backup&", StringComparison.Ordinal) && link.EndsWith("&counted=yes", StringComparison.Ordinal));
        Assert.Contains("70.0", page.FindAll("article.figure")[1].QuerySelector(".figure-value")!.TextContent);
        Assert.Contains("1 dataset declares a status", page.Find(".attention").TextContent);
        Assert.Equal("/migration/datasets?risk=mismatch", page.Find(".attention a").GetAttribute("href"));
        Assert.Equal("/migration/datasets?stage=copying", page.FindAll(".funnel a")[1].GetAttribute("href"));
    }

    [Fact]
    public async Task Figures_ForAnExecutive_DoNotLinkToRows()
    {
        ActAs(Roles.Executive);
        await FillAsync();

        var page = Render<SummaryPage>();

        Assert.Empty(page.FindAll("a.figure-link"));
        Assert.DoesNotContain(page.FindAll("a:not(.term-link)"), link => link.GetAttribute("href") is { } href && !href.StartsWith("/migration", StringComparison.Ordinal));
        Assert.DoesNotContain("datasets?", page.Markup);
    }

    [Fact]
    public async Task Figures_OnAStaleSource_AreDimmedAndSaySinceWhen()
    {
        ActAs(Roles.GovernanceLead);
        var vault = Programme.Source("vault", reported: TimeSpan.FromDays(3));
        Programme.Copy(Programme.Dataset("Archive"), Programme.Singapore, source: vault);
        await FillAsync();

        var page = Render<SummaryPage>();

        Assert.NotEmpty(page.FindAll("article.figure-stale"));
        Assert.Contains("vault, oldest of 2 inventory sources", page.Markup);
        Assert.Contains("vault has been stale since 2026-03-08 12:00 UTC", page.Find(".attention").TextContent);
    }

    /// <summary>A source without protected data is no evidence for a figure of protected data, however old it is.</summary>
    [Fact]
    public async Task Figures_DoNotNameASourceThatTheyDoNotRestOn()
    {
        ActAs(Roles.GovernanceLead);
        Programme.Source("empty-vault", reported: TimeSpan.FromDays(3));
        await FillAsync();

        var page = Render<SummaryPage>();

        Assert.DoesNotContain(page.FindAll(".figure-evidence"), evidence => evidence.TextContent.Contains("empty-vault", StringComparison.Ordinal));
        Assert.Contains("empty-vault has been stale", page.Find(".attention").TextContent);
    }

    [Fact]
    public async Task Traffic_NeverReported_IsNotZero()
    {
        ActAs(Roles.GovernanceLead);
        await FillAsync();

        Assert.Contains("Not yet", Render<SummaryPage>().FindAll("article.figure")[0].TextContent);
    }

    [Fact]
    public async Task Week_NamesMovesAndCopies()
    {
        ActAs(Roles.GovernanceLead);
        Programme.Import(Programme.Inventory, Now.AddDays(-1), ImportCounts.Zero with { New = 1200, Reappeared = 1 });
        await FillAsync();

        var week = Render<SummaryPage>().Find(".week").TextContent;

        Assert.Contains("+1,200", week);
        Assert.Contains("copy reappeared", week);
        Assert.Contains("new dataset that must be inside", week.Replace("datasets", "dataset", StringComparison.Ordinal));
    }

    private async Task FillAsync()
    {
        var chat = Programme.Dataset("Chat", declared: DeclaredStatus.Completed);
        Programme.Copy(chat, Programme.Ashburn, bytes: 700, fingerprint: "bb");
        Programme.Copy(chat, Programme.Virginia, CopyRole.Primary, bytes: 200);
        Programme.Copy(chat, Programme.Singapore, CopyRole.Backup, bytes: 100);
        await Programme.SettleAsync(Token);
    }
}
