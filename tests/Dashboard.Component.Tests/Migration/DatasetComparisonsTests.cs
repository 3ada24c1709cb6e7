using Bunit;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Shell;
using Dashboard.Web.Features.Migration;
using MudBlazor;

namespace Dashboard.Component.Tests.Migration;

public sealed class DatasetComparisonsTests : PageTest
{
    public DatasetComparisonsTests()
    {
        Services.AddMigration();
    }

    [Fact]
    public async Task Section_ForAnAuditor_SaysWhatItIsForAndOffersNoAction()
    {
        ActAs(Roles.Auditor);
        var page = await OpenAsync();

        Assert.Contains("you can record a comparison that was made elsewhere", page.Find(".comparisons").TextContent);
        Assert.Empty(page.FindAll(".comparisons button"));
    }

    [Fact]
    public async Task Dialog_FilledInByALead_RecordsTheComparisonAndMovesTheStage()
    {
        ActAs(Roles.GovernanceLead);
        var dialogs = Render<MudDialogProvider>();
        var page = await OpenAsync();

        await RecordAsync(page, dialogs, "https://evidence.example/run-7");
        Services.GetRequiredService<ChangeNotices>().Raise(ChangeTopic.Evidence);

        page.WaitForAssertion(() => Assert.Contains("by recorded comparison", page.Find(".strip-current").TextContent));
        var entry = page.Find(".comparison");
        Assert.Contains("Equal", entry.TextContent);
        Assert.Contains("Counts", entry.QuerySelector(".state-verified")!.TextContent);
        Assert.Equal("https://evidence.example/run-7", entry.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("by comparer 2.1", entry.TextContent);
        Assert.Contains("Advanced from copying to verified.", page.Find(".history").TextContent);
    }

    [Fact]
    public async Task Dialog_Refused_SaysWhyAndKeepsWhatWasTyped()
    {
        ActAs(Roles.GovernanceLead);
        var dialogs = Render<MudDialogProvider>();
        var page = await OpenAsync();

        await RecordAsync(page, dialogs, link: "");

        Assert.Contains("Enter a link to the evidence", dialogs.Find(".message-refused").TextContent);
        Assert.Equal("comparer 2.1", dialogs.Find("#comparison-by").GetAttribute("value"));
        Assert.Empty(page.FindAll(".comparison"));
    }

    [Fact]
    public async Task Dialog_Sampled_AsksForItsNumbers()
    {
        ActAs(Roles.GovernanceLead);
        var dialogs = Render<MudDialogProvider>();
        var page = await OpenAsync();
        _ = page.Find(".comparisons button").ClickAsync(new());
        dialogs.WaitForElement("#comparison-method");
        Assert.Empty(dialogs.FindAll("#comparison-size"));

        await ChooseAsync(dialogs, "Method", ComparisonMethod.Sampled);

        Assert.Single(dialogs.FindAll("#comparison-size"));
        Assert.Single(dialogs.FindAll("#comparison-mismatches"));
    }

    [Fact]
    public async Task Revoked_ByALead_StaysButNoLongerCounts()
    {
        ActAs(Roles.GovernanceLead);
        var dialogs = Render<MudDialogProvider>();
        var page = await OpenAsync();
        await RecordAsync(page, dialogs, "https://evidence.example/run-7");
        page.WaitForElement(".comparison");

        _ = page.Find(".comparison button").ClickAsync(new());
        dialogs.WaitForElement("#revoke-reason");
        await dialogs.Find("#revoke-reason").ChangeAsync(new() { Value = "The run read an old snapshot" });
        await dialogs.Find("#revoke-comparison").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("The run read an old snapshot", page.Find(".comparison-ended").TextContent));
        Assert.Empty(page.FindAll(".comparison button"));
        Assert.Contains("Copying", page.Find(".strip-current").TextContent);
    }

    private async Task<IRenderedComponent<DatasetPage>> OpenAsync()
    {
        var chat = Programme.Dataset("Chat");
        Programme.Copy(chat, Programme.Ashburn, fingerprint: null);
        Programme.Copy(chat, Programme.Virginia, CopyRole.Primary, fingerprint: null);
        await Programme.SettleAsync(Token);
        return Render<DatasetPage>(parameters => parameters.Add(page => page.Id, chat.Id));
    }

    /// <summary>The click completes only when the dialog closes, so it is not awaited.</summary>
    private static async Task RecordAsync(IRenderedComponent<DatasetPage> page, IRenderedComponent<MudDialogProvider> dialogs, string link)
    {
        _ = page.Find(".comparisons button").ClickAsync(new());
        dialogs.WaitForElement("#record-comparison");
        await ChooseAsync<ComparisonResult?>(dialogs, "Result", ComparisonResult.Equal);
        await dialogs.Find("#comparison-day").ChangeAsync(new() { Value = "2026-01-02" });
        await dialogs.Find("#comparison-time").ChangeAsync(new() { Value = "03:04" });
        await dialogs.Find("#comparison-by").ChangeAsync(new() { Value = "comparer 2.1" });
        await dialogs.Find("#comparison-link").ChangeAsync(new() { Value = link });
        await dialogs.Find("#record-comparison").SubmitAsync();
    }
}
