using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Dashboard.Browser.Tests.Setting;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Dashboard.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>
/// A deletion from proposal to certificate: a lead, reviewers of two units, an administrator and an executor's program, each with their own
/// browser or connection. Here the cooling-off period is two seconds, and a sign-in counts as recent for two minutes.
/// </summary>
public sealed class DeletionTests : JourneyTest, IDisposable
{
    private const string Name = "Primaries in Virginia after the cut-over";

    private readonly AdvancedClock clock = new();
    private readonly Lazy<RunningDemo> own;

    public DeletionTests(DemoWorld world)
        : base(world) => own = new(() => world.NewDemo(
            new(StringComparer.Ordinal)
            {
                ["Deletions:CoolingOff"] = "00:00:02",
                ["Deletions:ClockSeconds"] = "1",
                ["Deletions:ReauthenticateWithin"] = "00:02:00",
            },
            clock));

    protected override RunningDemo Demo => own.Value;

    public void Dispose()
    {
        if (own.IsValueCreated)
            own.Value.Dispose();
    }

    [Fact]
    public async Task Deletion_FromProposalToCertificate()
    {
        var lead = await VisitAsync("Dana Whitfield");
        var priya = await VisitAsync("Priya Raman");
        var batch = await ProposeAsync(lead);

        await SeeQueueAsync(priya);
        await priya.GoAsync($"/deletions/{batch}/review");
        await Assertions.Expect(priya.Page.GetByText("1 of 20, sample 1")).ToBeVisibleAsync();
        await priya.Page.Keyboard.PressAsync("n");
        await Assertions.Expect(priya.Page.GetByText("2 of 20, sample 1")).ToBeVisibleAsync();
        // Now the session's sign-in is too old to approve.
        clock.Advance(TimeSpan.FromSeconds(121));
        await priya.ReloadAsync();
        await SignInAgainAsync(priya, "Priya Raman");
        await ApproveAsync(priya);
        await Assertions.Expect(lead.Page.GetByText("1 of 2, each from a different unit")).ToBeVisibleAsync();

        var thomas = await VisitAsync("Thomas Keller");
        await thomas.GoAsync($"/deletions/{batch}/review");
        await Assertions.Expect(thomas.Page.GetByText("Priya Raman of your unit, Data Assurance, has already approved this batch").First).ToBeVisibleAsync();
        await Assertions.Expect(thomas.Button("Approve the batch")).ToHaveCountAsync(0);

        var grace = await VisitAsync("Grace Holloway");
        await grace.GoAsync($"/deletions/{batch}/review");
        await ApproveAsync(grace);

        await ExecuteAsync(batch);
        await Assertions.Expect(lead.Page.GetByText("Executed, not verified").First).ToBeVisibleAsync();
        var inventory = await InventoryWithoutAsync(batch);
        await ProposerBringsAsync(lead, inventory);
        await lead.GoAsync($"/deletions/{batch}");
        await Assertions.Expect(lead.Page.GetByText("Executed, not verified").First).ToBeVisibleAsync();
        await SourcePushesAsync(inventory);
        await lead.GoAsync($"/deletions/{batch}");
        await Assertions.Expect(lead.Page.Locator(".batch-verified")).ToHaveTextAsync("Verified");
        await CertifyAsync(lead, batch);
    }

    [Fact]
    public async Task HoldAfterAnApproval_VoidsIt_InAnOpenPageToo()
    {
        var lead = await VisitAsync("Dana Whitfield");
        var batch = await ProposeAsync(lead);
        var grace = await VisitAsync("Grace Holloway");
        await grace.GoAsync($"/deletions/{batch}/review");
        await ApproveAsync(grace);

        var marcus = await VisitAsync("Marcus Oyelaran");
        await marcus.GoAsync("/deletions/holds");
        await marcus.Page.GetByLabel("Matter").FillAsync("Doe v. Meridian");
        await marcus.ChooseAsync("Covers a", "location");
        await marcus.FindAsync("Which", "Virginia data centre");
        await marcus.Page.GetByLabel("Reason").FillAsync("Discovery.");
        await Assertions.Expect(marcus.Page.GetByText(Name).First).ToBeVisibleAsync();
        await marcus.Button("Place the hold").ClickAsync();
        await marcus.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Place the hold" }).ClickAsync();
        await Assertions.Expect(marcus.Rows("Legal holds").First).ToContainTextAsync("Doe v. Meridian");

        await Assertions.Expect(grace.Page.GetByText("Void since").First).ToBeVisibleAsync();
        await Assertions.Expect(lead.Page.GetByText("Doe v. Meridian").First).ToBeVisibleAsync();
        await grace.GoAsync("/deletions/queue");
        await Assertions.Expect(grace.Table("Waiting for me").Filter(new() { HasText = Name })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task BatchThatChangesDuringReview_CannotBeApproved()
    {
        var lead = await VisitAsync("Dana Whitfield");
        var batch = await ProposeAsync(lead);
        var priya = await VisitAsync("Priya Raman");
        await priya.GoAsync($"/deletions/{batch}/review");
        await Assertions.Expect(priya.Page.GetByText("1 of 20, sample 1")).ToBeVisibleAsync();
        await priya.Button("Approve the batch").ClickAsync();
        var question = priya.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(question.GetByText("Approve this deletion?")).ToBeVisibleAsync();

        var grace = await VisitAsync("Grace Holloway");
        await grace.GoAsync($"/deletions/{batch}/review");
        await Assertions.Expect(grace.Page.GetByText("1 of 20, sample 1")).ToBeVisibleAsync();
        await grace.Page.Keyboard.PressAsync("x");
        var exclusion = grace.Page.GetByRole(AriaRole.Dialog);
        await exclusion.GetByLabel("Reason").FillAsync("Still read by a report.");
        await exclusion.GetByRole(AriaRole.Button, new() { Name = "Exclude the item" }).ClickAsync();
        await Assertions.Expect(exclusion).ToHaveCountAsync(0);

        await question.GetByRole(AriaRole.Button, new() { Name = "Approve the batch" }).ClickAsync();
        await Assertions.Expect(priya.Page.GetByText("The batch has changed since you opened it").First).ToBeVisibleAsync();
        await Assertions.Expect(lead.Page.GetByText("0 of 2, each from a different unit")).ToBeVisibleAsync();
        await ApproveAsync(priya);
        await Assertions.Expect(lead.Page.GetByText("1 of 2, each from a different unit")).ToBeVisibleAsync();
    }

    /// <summary>The provider lists this person in the groups of both roles.</summary>
    [Fact]
    public async Task ProposerWhoIsAlsoReviewer_CannotApproveTheirOwnBatch()
    {
        var priya = await VisitAsync("Priya Raman");
        await priya.GoAsync("/deletions/queue");
        await Demo.TamperAsync($"UPDATE Members SET Roles = {(int)(Roles.GovernanceLead | Roles.Reviewer)} WHERE Name = 'Priya Raman'", Cancellation);
        var batch = await ProposeAsync(priya);

        await priya.GoAsync("/deletions/queue");
        await Assertions.Expect(priya.Page.GetByRole(AriaRole.Main)).ToBeVisibleAsync();
        await Assertions.Expect(priya.Rows("Waiting for me").Filter(new() { HasText = Name })).ToHaveCountAsync(0);
        await priya.GoAsync($"/deletions/{batch}/review");
        await Assertions.Expect(priya.Page.GetByText("You proposed this batch. Someone else must review it.").First).ToBeVisibleAsync();
        await Assertions.Expect(priya.Button("Approve the batch")).ToHaveCountAsync(0);

        // The same batch waits for someone of her unit who did not propose it.
        var thomas = await VisitAsync("Thomas Keller");
        await SeeQueueAsync(thomas);
    }

    [Fact]
    public async Task PersonWithoutTheRightToReview_GetsTheReason()
    {
        Troubles.Expect(403);
        var lead = await VisitAsync("Dana Whitfield");
        await lead.Page.GotoAsync("/deletions/queue");
        await Assertions.Expect(lead.Heading("You do not have access to this page")).ToBeVisibleAsync();
        var abroad = await VisitAsync("Wei Ling Tan");
        await abroad.Page.GotoAsync("/deletions/queue");
        await Assertions.Expect(abroad.Page.GetByText("country US").First).ToBeVisibleAsync();
        var executive = await VisitAsync("Eleanor Brandt");
        await executive.Page.GotoAsync("/deletions/2");
        await Assertions.Expect(executive.Heading("You do not have access to this page")).ToBeVisibleAsync();
    }

    /// <returns>The batch's ID, from the URL of its page. The lead stays on that page.</returns>
    private static async Task<long> ProposeAsync(Visitor lead)
    {
        await lead.GoAsync("/inventory?position=Outside&stage=Verified&stage=CutOver&location=1&role=Primary&role=Replica");
        await lead.Link("Propose deletion").ClickAsync();
        await Assertions.Expect(lead.Heading("Propose a deletion")).ToBeVisibleAsync();
        await lead.IsReadyAsync();
        await lead.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(Name);
        await lead.Page.GetByLabel("Reason", new() { Exact = true }).FillAsync("The same data runs inside.");
        await lead.Button("Create draft").ClickAsync();
        await Assertions.Expect(lead.Heading($"Draft: {Name}")).ToBeVisibleAsync();
        if (await lead.Button("Remove all with closed gates").IsVisibleAsync())
            await lead.Button("Remove all with closed gates").ClickAsync();
        await Assertions.Expect(lead.Button("Remove all with closed gates")).ToHaveCountAsync(0);
        await lead.Button("Submit for review").ClickAsync();
        await lead.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Submit for review" }).ClickAsync();
        await Assertions.Expect(lead.Heading(Name)).ToBeVisibleAsync();
        await Assertions.Expect(lead.Page.GetByText("0 of 2, each from a different unit")).ToBeVisibleAsync();
        return long.Parse(new Uri(lead.Page.Url).Segments[^1], CultureInfo.InvariantCulture);
    }

    private static async Task SeeQueueAsync(Visitor reviewer)
    {
        await reviewer.GoAsync("/deletions/queue");
        await Assertions.Expect(reviewer.Rows("Waiting for me").Filter(new() { HasText = Name })).ToHaveCountAsync(1);
    }

    private static async Task SignInAgainAsync(Visitor reviewer, string name)
    {
        await Assertions.Expect(reviewer.Button("Approve the batch")).ToHaveCountAsync(0);
        await reviewer.Link("Sign in again to approve").ClickAsync();
        await reviewer.Page.GetByRole(AriaRole.Button, new() { NameRegex = new(name, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) }).First.ClickAsync();
        await Assertions.Expect(reviewer.Button("Approve the batch")).ToBeVisibleAsync();
        await reviewer.ReloadAsync();
    }

    private static async Task ApproveAsync(Visitor reviewer)
    {
        await reviewer.Button("Approve the batch").ClickAsync();
        await reviewer.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Approve the batch" }).ClickAsync();
        await Assertions.Expect(reviewer.Page.GetByText("Your approval is recorded.")).ToBeVisibleAsync();
    }

    /// <summary>An administrator issues a token. A program fetches the order with it and reports all items as deleted.</summary>
    private async Task ExecuteAsync(long batch)
    {
        using var http = await ProgramAsync("Storage crew", page => page.GetByLabel("Virginia data centre").CheckAsync());
        var order = await OrderAsync(http, batch);
        var envelope = await http.GetFromJsonAsync<JsonElement>($"/api/v1/work-orders/{order}", Cancellation);
        using var payload = JsonDocument.Parse(envelope.GetProperty("payload").GetBytesFromBase64());
        var items = payload.RootElement.GetProperty("items").EnumerateArray().Select(item => new
        {
            number = item.GetProperty("number").GetInt64(),
            outcome = "executed",
            performedAt = TimeProvider.System.GetUtcNow(),
            technique = "Cryptographic erase",
            tool = "vaultwipe",
            toolVersion = "3.4.1",
            @operator = "Carla Mendes",
            evidenceLink = "https://evidence.example.com/1",
        }).ToArray();
        Assert.NotEmpty(items);
        var reported = await http.PostAsJsonAsync($"/api/v1/work-orders/{order}/reports", new { reportId = "run-1", items }, Cancellation);
        Assert.True(reported.IsSuccessStatusCode, await reported.Content.ReadAsStringAsync(Cancellation));
    }

    private static async Task<long> OrderAsync(HttpClient http, long batch)
    {
        for (var attempt = 0; attempt < 60; attempt++)
        {
            var orders = await http.GetFromJsonAsync<JsonElement>("/api/v1/work-orders", Cancellation);
            foreach (var order in orders.EnumerateArray().Where(order => order.GetProperty("batch").GetInt64() == batch))
                return order.GetProperty("id").GetInt64();
            await Task.Delay(500, Cancellation);
        }

        throw new InvalidOperationException("The order was not released within 30 seconds.");
    }

    /// <summary>The source's next complete inventory lists everything except the deleted copies.</summary>
    private async Task<FilePayload> InventoryWithoutAsync(long batch)
    {
        var lines = await Demo.ReadAsync(
            async context => (await (
                from copy in context.Copies
                join dataset in context.Datasets on copy.DatasetId equals dataset.Id
                join location in context.Locations on copy.LocationId equals location.Id
                join source in context.Sources on copy.SourceId equals source.Id
                where source.Key == "virginia-inventory" && CopyStates.Listed.Contains(copy.State)
                    && !context.DeletionItems.Any(item => item.BatchId == batch && item.CopyId == copy.Id && item.State == ItemState.Reported)
                select new { copy, dataset.Urn, location }).ToListAsync(Cancellation)).ConvertAll(row => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{row.copy.ResourceId},{row.Urn},{row.location.Operator},{row.location.Country},{row.location.Region},{row.copy.Role.ToString().ToLowerInvariant()},{row.copy.Bytes},{row.copy.Records},{row.copy.Fingerprint},{row.copy.RetainUntil:yyyy-MM-dd},{row.copy.CreatedAt:yyyy-MM-ddTHH:mm:ssZ}")),
            Cancellation);
        return SampleFiles.Csv("virginia.csv", lines);
    }

    /// <summary>The proposer would be the witness of their own batch: what they bring proves nothing.</summary>
    private static async Task ProposerBringsAsync(Visitor proposer, FilePayload inventory)
    {
        await proposer.GoAsync("/imports/new?source=2");
        var chooser = await proposer.Page.RunAndWaitForFileChooserAsync(() => proposer.Button("Choose files").ClickAsync());
        await chooser.SetFilesAsync([inventory]);
        await proposer.Button("Send and preview").ClickAsync();
        await proposer.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Apply|^Confirm", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await Assertions.Expect(proposer.Page.GetByRole(AriaRole.Region, new() { Name = "Decision", Exact = true })).ToHaveCountAsync(0);
    }

    /// <summary>
    /// The source pushes its own report and says how many rows it has, so it is proof. More than a fifth of its bytes are gone, so someone looks
    /// at it first.
    /// </summary>
    private async Task SourcePushesAsync(FilePayload inventory)
    {
        var key = await Demo.ReadAsync(context => context.Sources.Where(source => source.Id == 2).Select(source => new { source.Key, source.Name }).SingleAsync(Cancellation), Cancellation);
        using var http = await ProgramAsync("Virginia exporter", async page =>
        {
            var purpose = page.GetByRole(AriaRole.Combobox, new() { Name = "For", Exact = true });
            await purpose.FillAsync(key.Name);
            await page.GetByRole(AriaRole.Option).First.ClickAsync();
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/sources/{key.Key}/imports") { Content = new ByteArrayContent(inventory.Buffer) };
        request.Headers.Add("Inventory-Rows", $"{inventory.Buffer.Count(one => one == (byte)'\n') - 1}");
        request.Headers.Add("Inventory-Sha256", Convert.ToHexStringLower(SHA256.HashData(inventory.Buffer)));
        using var answer = await http.SendAsync(request, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        var import = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("id").GetInt64();
        var other = await VisitAsync("Marcus Oyelaran");
        await other.GoAsync($"/imports/{import}");
        await other.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Apply", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "verified absent" })).ToBeVisibleAsync();
    }

    /// <summary>A program with the token that an administrator issued.</summary>
    private async Task<HttpClient> ProgramAsync(string name, Func<IPage, Task> choose)
    {
        var administrator = await VisitAsync("Victor Almeida");
        await administrator.GoAsync("/administration/tokens");
        await administrator.Page.GetByLabel("Executor or exporter", new() { Exact = true }).FillAsync(name);
        await choose(administrator.Page);
        await administrator.Button("Issue the token").ClickAsync();
        var token = await administrator.Page.Locator("#new-token").InnerTextAsync();
        var http = new HttpClient { BaseAddress = Demo.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    private static async Task CertifyAsync(Visitor lead, long batch)
    {
        await lead.Button("Issue the certificate").ClickAsync();
        var file = await lead.DownloadAsync(lead.Link("PDF"));
        using var pdf = PdfDocument.Open(file);
        var text = string.Join('\n', pdf.GetPages().Select(page => page.Text));
        Assert.Contains("PriyaRaman", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("GraceHolloway", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"-{batch:0000}", text, StringComparison.Ordinal);
    }
}
