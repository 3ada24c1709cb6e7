using Bunit;
using Bunit.TestDoubles;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Features.Ledger;
using Dashboard.Web.Features.Ledger.Checkpoints;
using Dashboard.Web.Features.Ledger.Entries;
using Dashboard.Web.Features.Ledger.Journal;
using Dashboard.Web.Features.Ledger.Signing;
using Dashboard.Web.Features.Ledger.Watch;
using Dashboard.Web.Features.Ledger.Witnesses;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Component.Tests.Ledger;

public sealed class LedgerPagesTests : PageTest
{
    private static readonly LedgerActor Dana = new("lead-1", "Dana Reyes", "GovernanceLead", "USDS", "US");

    private readonly LedgerKeys keys = new("test.example/ledger", NoteSigner.Generate("test.example/ledger"));
    private readonly string folder = Directory.CreateTempSubdirectory("dashboard-ledger-").FullName;

    public LedgerPagesTests()
    {
        Services.AddLedgerPages();
        Services.AddSingleton(keys);
        Services.AddSingleton(Options.Create(new LedgerSettings { Origin = keys.Origin }));
        Services.AddSingleton(_ => new KeptCheckpoint(Path.Combine(folder, "kept.txt")));
        Services.AddSingleton<LedgerSigner>();
        Services.AddSingleton<LedgerCondition>();
        Services.AddScoped<ListAlarms>();
        Services.AddScoped<AcknowledgeAlarm>();
        Services.AddScoped<ListWitnesses>();
    }

    [Fact]
    public async Task Entries_NewestFirst_LinkToTheirPages()
    {
        ActAs(Roles.Auditor);
        await FillAsync();

        var page = Render<LedgerPage>();

        Assert.Equal(["/ledger/2", "/ledger/1", "/ledger/0"], page.FindAll("a[data-opens]").Select(link => link.GetAttribute("href")));
        Assert.Contains("Dana Reyes revised the wave “Messages”.", page.Find("tbody tr").TextContent);
        Assert.Contains("Wave: revised", page.Find("tbody tr").TextContent);
        Assert.EndsWith("/ledger?subject=wave%3A3", page.Find("tbody tr td:last-child a").GetAttribute("href"));
        Assert.Contains("3 of 3 entries", page.Find("#newest-title").ParentElement!.TextContent);
        Assert.NotEmpty(page.FindAll("#self-check"));
    }

    [Fact]
    public async Task Entries_Filtered_ShowTheirFilters_WhichCanBeRemoved()
    {
        ActAs(Roles.GovernanceLead);
        await FillAsync();
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/ledger?actor=lead-1&action=wave.revised&subject=wave:9");

        var page = Render<LedgerPage>();

        Assert.Contains("No entry matches", page.Markup);
        Assert.Equal(["Who Dana Reyes", "Action Wave: revised", "About Wave 9"], page.FindAll(".chip").Select(chip => string.Join(' ', chip.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal("/ledger?actor=lead-1&action=wave.revised", page.FindAll(".chip a")[2].GetAttribute("href"));
        navigation.NavigateTo("/ledger?actor=lead-1&action=wave.revised");
        Assert.Single(Render<LedgerPage>().FindAll("tbody tr"));
    }

    [Fact]
    public async Task Entries_ForAReviewer_AreThoseOfBatches()
    {
        ActAs(Roles.Reviewer);
        await FillAsync();

        var page = Render<LedgerPage>();

        Assert.Contains("No deletion batches yet", page.Markup);
        Assert.Empty(page.FindAll("#self-check"));
        Assert.DoesNotContain("/ledger/export", page.Markup);
    }

    [Fact]
    public async Task Entries_FromADatabaseThatFails_SaySoAndRetry()
    {
        ActAs(Roles.Auditor);
        await FillAsync();
        BreakDatabase();
        var page = Render<LedgerPage>();
        Assert.Contains("The ledger could not be loaded", page.Find("[role=alert]").TextContent);

        BreakDatabase(false);
        Assert.Equal(Services.GetRequiredService<NavigationManager>().Uri, page.Find("[role=alert] a").GetAttribute("href"));

        Assert.Equal(3, Render<LedgerPage>().FindAll("tbody tr").Count);
    }

    [Fact]
    public async Task Entries_WhileLoading_KeepTheirLayout()
    {
        ActAs(Roles.Auditor);
        await FillAsync();
        var held = HoldDatabase();

        var page = Render<LedgerPage>();
        Assert.NotEmpty(page.FindAll(".table-skeleton"));
        held.SetResult();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".table-skeleton")));
    }

    [Fact]
    public async Task Entry_ShowsWhatChanged_ItsProof_AndWhereToVerify()
    {
        ActAs(Roles.Auditor);
        await FillAsync();

        var page = Render<EntryPage>(parameters => parameters.Add(p => p.Sequence, 2));

        Assert.Contains("Dana Reyes, governance lead, USDS, US", page.Find(".facts").TextContent);
        Assert.Equal(["Target completion", "nothing", "2026-06-01"], page.FindAll("table td").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("/migration/waves/3", page.FindAll(".facts a").Select(link => link.GetAttribute("href")));
        Assert.Contains("/ledger?subject=wave%3A3", page.FindAll(".facts a").Select(link => link.GetAttribute("href")));
        Assert.Equal(("2", "3"), (page.Find("[data-verify]").GetAttribute("data-verify"), page.Find("[data-verify]").GetAttribute("data-verify-checkpoint")));
        Assert.Equal("/ledger/2/proof?checkpoint=3", page.Find("#proof-title").ParentElement!.QuerySelector("a")!.GetAttribute("href"));
        Assert.StartsWith("{\"action\":\"wave.revised\"", page.Find("pre").TextContent, StringComparison.Ordinal);
        Assert.Equal(["/ledger/1"], page.FindAll(".page-actions a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Reason", page.Find(".facts").TextContent);
    }

    [Fact]
    public async Task Entry_ThatNoCheckpointCovers_SaysWhenOneWill()
    {
        ActAs(Roles.Auditor);
        await FillAsync(isSigned: false);

        var page = Render<EntryPage>(parameters => parameters.Add(p => p.Sequence, 1));

        Assert.Contains("Not signed yet", page.Markup);
        Assert.Empty(page.FindAll("[data-verify-start]"));
    }

    [Theory]
    [InlineData(Roles.Auditor, 99, "There is no entry 99")]
    [InlineData(Roles.Reviewer, 1, "entries about deletion batches only")]
    public async Task Entry_MissingOrNotVisibleToTheReader_SaysSo(Roles roles, long sequence, string text)
    {
        ActAs(roles);
        await FillAsync();

        Assert.Contains(text, Render<EntryPage>(parameters => parameters.Add(p => p.Sequence, sequence)).Find("[role=alert]").TextContent);
    }

    [Fact]
    public async Task Checkpoints_ListNotesAndKeys()
    {
        ActAs(Roles.Auditor);
        await FillAsync();

        var page = Render<CheckpointsPage>();

        Assert.Equal(keys.Signer.Key.ToString(), page.Find("pre").TextContent);
        Assert.Contains("/ledger/checkpoints/3", page.FindAll("tbody a").Select(link => link.GetAttribute("href")));
        Assert.Contains("ledger-check journal", page.Markup);
    }

    [Fact]
    public async Task Export_OfMissingEntries_KeepsTheFormAndSaysWhy()
    {
        ActAs(Roles.Auditor);
        await FillAsync();
        var page = Render<ExportPage>();

        page.FindAll("input[type=radio]")[2].Click();
        page.Find("#first").Change("2");
        page.Find("#last").Change("77");
        await page.Find("form").SubmitAsync();

        Assert.Contains("The ledger does not have this range", page.Find("[role=alert]").TextContent);
        Assert.Equal("77", page.Find("#last").GetAttribute("value"));
    }

    [Fact]
    public async Task Export_OfEverything_StartsTheDownload()
    {
        ActAs(Roles.Auditor);
        await FillAsync();
        var page = Render<ExportPage>();

        await page.Find("form").SubmitAsync();

        // A full load of the URL. The circuit survives it because it is a download.
        var load = Assert.Single(Services.GetRequiredService<BunitNavigationManager>().History);
        Assert.Equal(("/ledger/journal/4", true), (load.Uri, load.Options.ForceLoad));
        Assert.Equal("/ledger/journal/4", page.Find("[role=status] a").GetAttribute("href"));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Appends the two initial entries and one that changes a wave.</summary>
    private async Task FillAsync(bool isSigned = true)
    {
        var clock = Services.GetRequiredService<TimeProvider>();
        await using var context = await Services.GetRequiredService<IDbContextFactory<DashboardContext>>().CreateDbContextAsync(Token);
        Assert.True((await LedgerBeginning.EnsureAsync(context, keys, null, clock, Token)).IsDone);
        await using (var change = await context.BeginChangeAsync(Dana, clock, Token))
        {
            await change.CommitAsync(
                new LedgerDraft(LedgerActions.WaveRevised, new(LedgerSubjects.WaveKind, "3", "Messages"), "revised the wave “Messages”")
                {
                    Changes = [new("targetCompletion", null, "2026-06-01")],
                    Details = new() { ["reason"] = "The operator confirmed the date" },
                },
                Token);
        }

        if (isSigned)
            await context.SignAsync(keys, clock, Token);
    }
}
