using Dashboard.Browser.Tests.Setting;
using Dashboard.Ledger;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>An auditor reads the ledger, verifies an entry in the browser, and exports the whole ledger.</summary>
public sealed class LedgerTests(DemoWorld world, OwnDemo own) : JourneyTest(world), IClassFixture<OwnDemo>
{
    protected override RunningDemo Demo => own.Demo;

    [Fact]
    public async Task VerifyHere_OfAnIntactEntry_Succeeds_AndFailsWithAReasonAfterTampering()
    {
        var sequence = await SuspendAsync("Grace Holloway");
        var auditor = await VisitAsync("Samuel Ortega");
        await auditor.GoAsync("/ledger");
        await auditor.AddFilterAsync("Action", "Member: suspended");
        await auditor.Rows("Entries").Filter(new() { HasText = "suspended Grace Holloway: Left the unit." }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(auditor.Heading($"Entry {sequence:N0}")).ToBeVisibleAsync();
        await auditor.IsReadyAsync();
        var verdict = auditor.Page.Locator("[data-verify-verdict]");
        var steps = auditor.Page.Locator("[data-verify-steps] > li");
        await auditor.Page.GetByLabel("A public key that you received another way").FillAsync(await KeyAsync(auditor));

        await StartAsync(auditor);
        await Assertions.Expect(verdict).ToContainTextAsync("suspended Grace Holloway: Left the unit.”");
        await Assertions.Expect(verdict).ToHaveAttributeAsync("data-result", "verified");
        await Assertions.Expect(steps).ToHaveCountAsync(5);
        await Assertions.Expect(auditor.Page.Locator("[data-verify-steps] > [data-result=verified]")).ToHaveCountAsync(5);
        await PageFaults.AssertNoneAsync(auditor);

        await auditor.Page.GetByLabel("A public key that you received another way").FillAsync(NoteSigner.Generate("someone-else.example/ledger").Key.ToString());
        await StartAsync(auditor);
        await Assertions.Expect(verdict).ToContainTextAsync("did not sign the checkpoint");
        await auditor.Page.GetByLabel("A public key that you received another way").FillAsync("nonsense");
        await StartAsync(auditor);
        await Assertions.Expect(verdict).ToContainTextAsync("A public key has the form name+12345678+base64.");

        await auditor.Page.GetByLabel("A public key that you received another way").FillAsync("");
        await Demo.TamperAsync($"UPDATE LedgerEntries SET Content = CAST(replace(CAST(Content AS TEXT), 'Left the unit', 'Left the Unit') AS BLOB) WHERE Sequence = {sequence}", Cancellation);
        await StartAsync(auditor);
        await Assertions.Expect(verdict).ToHaveAttributeAsync("data-result", "failed");
        await Assertions.Expect(verdict).ToContainTextAsync("was changed after it was signed");
        await PageFaults.AssertNoneAsync(auditor);
        await auditor.ReloadAsync();
        await Assertions.Expect(auditor.Page.GetByText("This entry has been altered.")).ToBeVisibleAsync();
        await Demo.TamperAsync($"UPDATE LedgerEntries SET Content = CAST(replace(CAST(Content AS TEXT), 'Left the Unit', 'Left the unit') AS BLOB) WHERE Sequence = {sequence}", Cancellation);
    }

    [Fact]
    public async Task Export_OfEverythingAndOfARange_IsVerifiedOffline()
    {
        var auditor = await VisitAsync("Samuel Ortega");
        await auditor.GoAsync("/ledger/export");
        var key = NoteKey.Parse(await KeyAsync(auditor));

        var whole = await VerifyAsync(await auditor.DownloadAsync(auditor.Button("Export")), key);
        Assert.Empty(whole.Problems);
        await auditor.Page.GetByLabel("Some entries").CheckAsync();
        await auditor.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "First entry" }).FillAsync("1");
        await auditor.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Last entry" }).FillAsync("1");
        var part = await VerifyAsync(await auditor.DownloadAsync(auditor.Button("Export")), key);
        Assert.Empty(part.Problems);
        Assert.Equal((1L, 1L, whole.Entries + 1), (part.From, part.Entries, part.LastCheckpoint!.Size));

        await auditor.GoAsync("/ledger");
        await Assertions.Expect(auditor.Rows("Entries").First).ToContainTextAsync("Samuel Ortega exported the ledger's entries 1 to 1.");
    }

    [Fact]
    public async Task History_OfAWave_LeadsToItsEntries()
    {
        var lead = await VisitAsync("Dana Whitfield");
        await lead.GoAsync("/migration/waves/6/edit");
        await lead.Page.GetByLabel("Description").FillAsync("No one has committed to a date, and no one has been asked.");
        await lead.Button("Save").ClickAsync();
        await Assertions.Expect(lead.Link("Edit the wave")).ToBeVisibleAsync();

        await lead.Link("History").ClickAsync();
        await Assertions.Expect(lead.Link("Remove About Wave 6")).ToBeVisibleAsync();
        await Assertions.Expect(lead.Rows("Entries").First).ToContainTextAsync("Dana Whitfield");
    }

    private static async Task StartAsync(Visitor visitor)
    {
        var start = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Verify here" });
        await start.ClickAsync();
        await Assertions.Expect(start).ToBeEnabledAsync();
    }

    private static async Task<string> KeyAsync(Visitor visitor) =>
        (await visitor.Page.EvaluateAsync<string>("async () => (await (await fetch('/ledger/keys')).text()).trim()")).Split('\n')[^1];

    private static async Task<VerificationReport> VerifyAsync(byte[] journal, NoteKey key)
    {
        using var stream = new MemoryStream(journal);
        return await JournalVerifier.VerifyAsync(stream, new() { Keys = [key] }, Cancellation);
    }

    /// <summary>Adds an entry to verify and signs the ledger.</summary>
    private async Task<long> SuspendAsync(string name)
    {
        await VisitAsync(name); // People become members at their first sign-in.
        var administrator = await VisitAsync("Victor Almeida");
        await administrator.GoAsync("/administration/members");
        await administrator.Link(name).ClickAsync();
        await administrator.Page.GetByLabel("Reason").FillAsync("Left the unit");
        await administrator.Button("Suspend member").ClickAsync();
        await administrator.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Suspend member" }).ClickAsync();
        await Assertions.Expect(administrator.Page.GetByText($"{name} is suspended.")).ToBeVisibleAsync();
        return await Demo.SignLedgerAsync(Cancellation) - 1;
    }
}
