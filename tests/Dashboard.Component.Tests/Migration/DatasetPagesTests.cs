using Bunit;
using Bunit.TestDoubles;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Features.Migration;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Component.Tests.Migration;

public sealed class DatasetPagesTests : PageTest
{
    public DatasetPagesTests()
    {
        Services.AddMigration();
    }

    [Fact]
    public void List_Loading_ShowsSkeletonRows()
    {
        ActAs(Roles.Auditor);
        var held = HoldDatabase();

        var page = Render<DatasetsPage>();

        Assert.NotEmpty(page.FindAll("tr.table-skeleton"));
        held.SetResult();
    }

    [Fact]
    public void List_Empty_SaysHowToAddDatasets()
    {
        ActAs(Roles.Auditor);

        Assert.Contains("Import a register, or an inventory that names datasets", Render<DatasetsPage>().Find(".empty").TextContent);
    }

    [Fact]
    public void List_FilteredByUrl_ShowsChipAndRows()
    {
        ActAs(Roles.Auditor);
        Programme.Dataset("Chat");
        Programme.Dataset("Logs", owner: null, classification: Programme.Unclassified);
        Navigation.NavigateTo("/migration/datasets?risk=unclassified");

        var page = Render<DatasetsPage>();

        Assert.Contains("Unclassified", page.Find(".chip").TextContent);
        Assert.Equal("Logs", Assert.Single(page.FindAll("tbody tr a")).TextContent.Trim());
    }

    [Fact]
    public void List_ChipLink_GoesToTheUnfilteredUrl()
    {
        ActAs(Roles.Auditor);
        Navigation.NavigateTo("/migration/datasets?risk=unclassified&system=Messages");
        var page = Render<DatasetsPage>();

        Assert.Equal("/migration/datasets?system=Messages", page.Find("a[aria-label='Remove Risk Unclassified']").GetAttribute("href"));
    }

    [Fact]
    public void List_ForAnAuditor_OffersNoMove()
    {
        ActAs(Roles.Auditor);
        Programme.Dataset("Chat");

        Assert.Empty(Render<DatasetsPage>().FindAll("tbody input[type=checkbox]"));
    }

    [Fact]
    public void List_ForAStewardOfNothing_IsEmpty()
    {
        ActAs(Roles.DataSteward, "Advertising");
        Programme.Dataset("Chat", system: "Messages");

        Assert.DoesNotContain("Chat", Render<DatasetsPage>().Markup);
    }

    [Fact]
    public async Task List_DatasetsMovedByALead_AreInTheirNewWave()
    {
        ActAs(Roles.GovernanceLead);
        var wave = Programme.Wave("Wave 1");
        Programme.Dataset("Chat");
        await Programme.SettleAsync(Token);
        var page = Render<DatasetsPage>();
        var bar = page.FindComponent<MoveBar>();

        await bar.InvokeAsync(() => bar.Instance.Choose([page.Find("[data-choose]").GetAttribute("value")!]));
        await bar.Find("select").ChangeAsync(new() { Value = $"{wave.Id}" });
        await bar.Find(".button-primary").ClickAsync(new());

        Assert.Contains("1 dataset is now in Wave 1.", bar.Find(".message-done").TextContent);
        Assert.Empty(page.FindAll(".move-bar"));
        Assert.Contains(JSInterop.Invocations, call => call.Identifier == "dashboardChoices.clear");
        Assert.Contains("Wave 1", Render<DatasetsPage>().Find("tbody").TextContent);
    }

    /// <summary>Someone else moved the dataset after the member chose it: the page is stale, and the move must not undo theirs.</summary>
    [Fact]
    public async Task List_DatasetMovedMeanwhile_IsNotMoved()
    {
        ActAs(Roles.GovernanceLead);
        var (first, second) = (Programme.Wave("Wave 1"), Programme.Wave("Wave 2"));
        var chat = Programme.Dataset("Chat");
        await Programme.SettleAsync(Token);
        var bar = Render<DatasetsPage>().FindComponent<MoveBar>();

        await bar.InvokeAsync(() => bar.Instance.Choose([$"{chat.Id}:{second.Id}"]));
        await bar.Find("select").ChangeAsync(new() { Value = $"{first.Id}" });
        await bar.Find(".button-primary").ClickAsync(new());

        Assert.NotEmpty(bar.FindAll(".message-refused"));
        Assert.NotEmpty(bar.FindAll(".move-bar"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("x:1")]
    [InlineData("1:2:3")]
    public async Task MoveBar_ValueOfNoBox_ChoosesNothing(string value)
    {
        ActAs(Roles.GovernanceLead);
        Programme.Dataset("Chat");
        await Programme.SettleAsync(Token);
        var bar = Render<DatasetsPage>().FindComponent<MoveBar>();

        await bar.InvokeAsync(() => bar.Instance.Choose([value]));

        Assert.Empty(bar.FindAll(".move-bar"));
    }

    [Fact]
    public async Task Page_WithMismatch_SaysSoAtTheTop()
    {
        ActAs(Roles.Auditor);
        var dataset = await FillAsync();

        var page = Render<DatasetPage>(parameters => parameters.Add(p => p.Id, dataset.Id));

        Assert.Contains("The declared status is completed, but the copies show copying.", page.Find(".message-warning").TextContent);
        Assert.Equal(6, page.FindAll(".strip-step").Count);
        Assert.Contains("Missing: an equal copy inside for 1 of 1 outside", page.Find(".strip-next").TextContent);
        Assert.Contains("× 2", page.Find(".graph-outside").TextContent);
        Assert.Equal(4, page.FindAll("tbody tr").Count);
        Assert.NotEmpty(page.FindAll(".history li"));
    }

    [Fact]
    public void Page_OfAnotherStewardsSystem_SaysSo()
    {
        ActAs(Roles.DataSteward, "Advertising");
        var dataset = Programme.Dataset("Chat", system: "Messages");

        var page = Render<DatasetPage>(parameters => parameters.Add(p => p.Id, dataset.Id));

        Assert.Contains("belongs to a system that you are not responsible for", page.Find("[role=alert]").TextContent);
        Assert.DoesNotContain("Chat", page.Markup);
    }

    [Fact]
    public void Page_WithoutCopies_SaysWhatIsMissing()
    {
        ActAs(Roles.Auditor);
        var dataset = Programme.Dataset("Chat");

        Assert.Contains("No known copies", Render<DatasetPage>(parameters => parameters.Add(p => p.Id, dataset.Id)).Markup);
    }

    [Fact]
    public void Page_Failing_SaysSoAndLinksToItself()
    {
        ActAs(Roles.Auditor);
        var dataset = Programme.Dataset("Chat");
        BreakDatabase();
        var page = Render<DatasetPage>(parameters => parameters.Add(p => p.Id, dataset.Id));
        Assert.Contains("The dataset could not be loaded", page.Find("[role=alert]").TextContent);

        BreakDatabase(false);
        Assert.Equal("Try again", page.Find("[role=alert] a").TextContent);

        Assert.Contains("urn:data:chat", Render<DatasetPage>(parameters => parameters.Add(p => p.Id, dataset.Id)).Markup);
    }

    private BunitNavigationManager Navigation => (BunitNavigationManager)Services.GetRequiredService<NavigationManager>();

    private async Task<Dataset> FillAsync()
    {
        var chat = Programme.Dataset("Chat", declared: DeclaredStatus.Completed);
        Programme.Copy(chat, Programme.Ashburn, fingerprint: "bb");
        Programme.Copy(chat, Programme.Virginia, CopyRole.Primary);
        Programme.Copy(chat, Programme.Singapore, CopyRole.Backup);
        Programme.Copy(chat, Programme.Singapore, CopyRole.Backup);
        await Programme.SettleAsync(Token);
        return chat;
    }
}
