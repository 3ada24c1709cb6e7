using Bunit;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Features.Migration;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Component.Tests.Migration;

public sealed class MigrationPageTests : PageTest
{
    public MigrationPageTests() => Services.AddMigration();

    [Fact]
    public void Empty_ForALead_OffersTheFirstWave()
    {
        ActAs(Roles.GovernanceLead);

        var page = Render<MigrationPage>();

        Assert.Contains("No waves yet", page.Markup);
        Assert.Equal("/migration/waves/new", page.Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public void Waves_WithAndWithoutDate_SaySo()
    {
        ActAs(Roles.Executive);
        Programme.Wave("Late", completion: Programme.Today.AddDays(-1));
        Programme.Wave("Undated");

        var rows = Render<MigrationPage>().FindAll("tbody tr");

        Assert.Contains("2026-03-09, overdue", rows[0].TextContent);
        Assert.Contains("No date", rows[1].TextContent);
    }

    [Fact]
    public async Task Waves_ForAnExecutive_DoNotLinkToDatasets()
    {
        ActAs(Roles.Executive);
        await FillAsync();

        var page = Render<MigrationPage>();

        Assert.NotEmpty(page.FindAll(".funnel"));
        Assert.DoesNotContain("/migration/datasets", page.Markup);
        Assert.Empty(page.FindAll("a.button"));
    }

    [Fact]
    public async Task Risks_ForAnAuditor_LinkToTheirDatasets()
    {
        ActAs(Roles.Auditor);
        await FillAsync();

        var page = Render<MigrationPage>();

        Assert.Contains(page.FindAll(".risks a"), link => link.GetAttribute("href") == "/migration/datasets?risk=mismatch");
        Assert.DoesNotContain(page.FindAll("a.button"), link => link.TextContent.Contains("New wave", StringComparison.Ordinal));
    }

    [Fact]
    public void Failing_SaysSoAndRetries()
    {
        ActAs(Roles.Auditor);
        BreakDatabase();
        var page = Render<MigrationPage>();
        Assert.Contains("The waves could not be loaded", page.Find("[role=alert]").TextContent);

        BreakDatabase(false);
        Assert.Equal(Services.GetRequiredService<NavigationManager>().Uri, page.Find("[role=alert] a").GetAttribute("href"));

        Assert.Empty(Render<MigrationPage>().FindAll("[role=alert]"));
    }

    [Fact]
    public async Task WavePage_ForAnExecutive_HasProgressWithoutDatasets()
    {
        ActAs(Roles.Executive);
        var wave = await FillAsync();

        var page = Render<WavePage>(parameters => parameters.Add(p => p.Id, wave.Id));

        Assert.Contains("0 of 1 pivoted", page.Markup);
        Assert.DoesNotContain("wave-datasets", page.Markup);
        Assert.DoesNotContain("Edit the wave", page.Markup);
    }

    /// <summary>What was typed must not disappear because the database did not answer.</summary>
    [Fact]
    public void WaveForm_WhileTheDatabaseFails_KeepsWhatWasTyped()
    {
        ActAs(Roles.GovernanceLead);
        var form = Render<WaveForm>(parameters => parameters.Add(form => form.Saved, _ => { }));
        form.Find("input").Change("Autumn");
        BreakDatabase();

        form.Find("form").Submit();

        Assert.Contains("The database did not answer", form.Find("[role=alert]").TextContent);
        Assert.Equal("Autumn", form.Find("input").GetAttribute("value"));
        BreakDatabase(false);
        form.Find("form").Submit();
        Assert.Empty(form.FindAll("[role=alert]"));
    }

    /// <summary>A page that is open keeps its content while the database does not answer, instead of an error in its place.</summary>
    [Fact]
    public async Task WavePage_WhileTheDatabaseFails_KeepsWhatItShows()
    {
        ActAs(Roles.GovernanceLead);
        var wave = await FillAsync();
        var page = Render<WavePage>(parameters => parameters.Add(p => p.Id, wave.Id));
        BreakDatabase();

        Services.GetRequiredService<ChangeNotices>().Raise(ChangeTopic.Waves);

        Assert.Empty(page.FindAll("[role=alert]"));
        Assert.Contains("0 of 1 pivoted", page.Markup);
    }

    /// <summary>One click on Move once removed the chosen datasets from their waves.</summary>
    [Fact]
    public async Task MoveBar_WithoutAChoice_DoesNothing()
    {
        ActAs(Roles.GovernanceLead);
        var wave = await FillAsync();
        var page = Render<WavePage>(parameters => parameters.Add(p => p.Id, wave.Id));

        var bar = page.FindComponent<MoveBar>();
        await bar.InvokeAsync(() => bar.Instance.Choose([page.Find("[data-choose]").GetAttribute("value")!]));

        Assert.True(bar.Find(".button-primary").HasAttribute("disabled"));
        Assert.Equal("Choose a wave…", bar.Find("option").TextContent);
        bar.Find("select").Change("0");
        bar.Find(".button-primary").Click();
        bar.WaitForAssertion(() => Assert.Contains("1 dataset is now in no wave.", bar.Markup));
    }

    [Fact]
    public async Task WavePage_ForALead_ListsItsDatasets()
    {
        ActAs(Roles.GovernanceLead);
        var wave = await FillAsync();

        var page = Render<WavePage>(parameters => parameters.Add(p => p.Id, wave.Id));

        Assert.Contains("Chat", page.Find("tbody").TextContent);
        Assert.Contains("Edit the wave", page.Markup);
    }

    [Fact]
    public void WavePage_OfAMissingWave_SaysSo()
    {
        ActAs(Roles.Auditor);

        Assert.Contains("The wave does not exist", Render<WavePage>(parameters => parameters.Add(p => p.Id, 99)).Find("[role=alert]").TextContent);
    }

    [Fact]
    public async Task WaveForm_NameTaken_KeepsTheInputAndSaysWhy()
    {
        ActAs(Roles.GovernanceLead);
        Programme.Wave("Wave 1");
        var form = Render<WaveForm>();

        form.Find("input").Change("Wave 1");
        await form.Find("form").SubmitAsync();

        Assert.Contains("There is already a wave named Wave 1.", form.Find("[role=alert]").TextContent);
        Assert.Equal("Wave 1", form.Find("input").GetAttribute("value"));
    }

    [Fact]
    public async Task WaveForm_Saved_NamesTheNewWave()
    {
        ActAs(Roles.GovernanceLead);
        long? saved = null;
        var form = Render<WaveForm>(parameters => parameters.Add(f => f.Saved, id => saved = id));

        form.Find("input").Change("Wave 1");
        await form.Find("form").SubmitAsync();

        Assert.NotNull(saved);
    }

    private async Task<Wave> FillAsync()
    {
        var wave = Programme.Wave("Wave 1");
        Programme.Copy(Programme.Dataset("Chat", wave: wave, declared: DeclaredStatus.Completed), Programme.Virginia, CopyRole.Primary);
        await Programme.SettleAsync(Token);
        return wave;
    }
}
