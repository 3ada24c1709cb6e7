using Dashboard.Browser.Tests.Setting;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>Each demo person signs in with a click, and sees what their role may see and nothing else.</summary>
public sealed class SignInTests(DemoWorld world) : JourneyTest(world)
{
    private const string Lead = "lead", Reviewer = "reviewer", Outsider = "reviewer from elsewhere", Executive = "executive";
    private const string Auditor = "auditor", Steward = "steward", Administrator = "administrator";

    private static readonly (string Role, string Landing, string[] Rail)[] Roles =
    [
        (Lead, "/summary", ["Summary", "Migration", "Datasets", "Inventory", "Deletions", "Ledger", "Imports", "Sources", "Boundary"]),
        (Reviewer, "/summary", ["Summary", "Migration", "Datasets", "Inventory", "Deletions", "Ledger", "Boundary"]),
        (Outsider, "/no-access", []),
        (Executive, "/summary", ["Summary", "Migration", "Deletions"]),
        (Auditor, "/summary", ["Summary", "Migration", "Datasets", "Inventory", "Deletions", "Ledger", "Imports", "Sources", "Boundary", "Members", "API tokens"]),
        (Steward, "/imports", ["Datasets", "Inventory", "Imports", "Sources"]),
        (Administrator, "/administration/members", ["Imports", "Sources", "Members", "Approval rules", "API tokens"]),
    ];

    private static readonly (string Path, string[] Roles)[] Pages =
    [
        ("/summary", [Lead, Reviewer, Executive, Auditor]),
        ("/migration", [Lead, Reviewer, Executive, Auditor]),
        ("/migration/waves/1", [Lead, Reviewer, Executive, Auditor]),
        ("/migration/waves/new", [Lead]),
        ("/migration/datasets", [Lead, Reviewer, Auditor, Steward]),
        ("/migration/datasets/1", [Lead, Reviewer, Auditor, Steward]),
        ("/inventory", [Lead, Reviewer, Auditor, Steward]),
        ("/inventory/locations/1", [Lead, Reviewer, Auditor, Steward]),
        ("/inventory/export.csv", [Lead, Auditor, Steward]),
        ("/imports", [Lead, Auditor, Steward, Administrator]),
        ("/imports/1", [Lead, Auditor, Steward, Administrator]),
        ("/imports/new", [Lead, Steward]),
        ("/imports/formats", [Lead, Auditor, Steward, Administrator]),
        ("/glossary", [Lead, Reviewer, Outsider, Executive, Auditor, Steward, Administrator]),
        ("/sources", [Lead, Auditor, Steward, Administrator]),
        ("/sources/1", [Lead, Auditor, Steward, Administrator]),
        ("/sources/new", [Administrator]),
        ("/administration/boundary", [Lead, Reviewer, Auditor]),
        ("/administration/boundary/1", [Lead, Reviewer, Auditor]),
        ("/administration/boundary/new", [Lead]),
        ("/administration/locations", [Lead, Reviewer, Auditor]),
        ("/administration/locations/1", [Lead, Reviewer, Auditor]),
        ("/administration/classifications", [Lead, Reviewer, Auditor]),
        ("/administration/classifications/1", [Lead, Reviewer, Auditor]),
        ("/administration/classifications/new", [Lead]),
        ("/administration/members", [Auditor, Administrator]),
        ("/administration/tokens", [Auditor, Administrator]),
        ("/api", [Auditor, Administrator]),
        ("/deletions", [Lead, Reviewer, Executive, Auditor]),
        ("/deletions/queue", [Reviewer]),
        ("/deletions/new", [Lead]),
        ("/deletions/2", [Lead, Reviewer, Auditor]),
        ("/deletions/2/items", [Lead, Reviewer, Auditor]),
        ("/deletions/2/draft", [Lead]),
        ("/deletions/2/review", [Reviewer]),
        ("/deletions/2/manifest", [Lead, Reviewer, Auditor]),
        ("/deletions/holds", [Lead, Reviewer, Auditor]),
        ("/deletions/holds/1", [Lead, Reviewer, Auditor]),
        ("/deletions/rules", [Lead, Reviewer, Auditor, Administrator]),
        ("/ledger", [Lead, Reviewer, Auditor]),
        ("/ledger/1", [Lead, Reviewer, Auditor]),
        ("/ledger/checkpoints", [Lead, Reviewer, Auditor]),
        ("/ledger/export", [Lead, Auditor]),
    ];

    public static TheoryData<string, string> People => new()
    {
        { "Dana Whitfield", Lead },
        { "Marcus Oyelaran", Lead },
        { "Priya Raman", Reviewer },
        { "Thomas Keller", Reviewer },
        { "Grace Holloway", Reviewer },
        { "Wei Ling Tan", Outsider },
        { "Eleanor Brandt", Executive },
        { "Samuel Ortega", Auditor },
        { "Ingrid Solheim", Steward },
        { "Victor Almeida", Administrator },
    };

    [Theory]
    [MemberData(nameof(People))]
    public async Task SignIn_ByClick_ShowsWhatTheRoleMay(string person, string role)
    {
        var (_, landing, rail) = Roles.Single(known => known.Role == role);
        var visitor = await VisitAsync();
        await visitor.Page.GotoAsync("/");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = person }).ClickAsync();

        await visitor.Page.WaitForURLAsync($"**{landing}");
        await visitor.IsReadyAsync();
        Assert.Equal(rail, (await visitor.Rail.GetByRole(AriaRole.Listitem).AllInnerTextsAsync()).Select(text => text.Trim()));
        foreach (var (path, roles) in Pages)
            await AnswersAsync(visitor, path, mayOpen: roles.Contains(role));
    }

    [Fact]
    public async Task RefusedPage_InTheBrowser_SaysWhyAndLeadsHome()
    {
        Troubles.Expect(403);
        var visitor = await VisitAsync("Eleanor Brandt");
        await visitor.Page.GotoAsync("/inventory");

        await Assertions.Expect(visitor.Heading("You do not have access to this page")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Roles that do: governance lead, reviewer, auditor, data steward.");
        await visitor.Link("Go to your start page").ClickAsync();
        await Assertions.Expect(visitor.Heading("Summary")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task UnknownUrl_InTheBrowser_IsA404ThatLeadsHome()
    {
        Troubles.Expect(404);
        var visitor = await VisitAsync("Samuel Ortega");
        var answer = await visitor.Page.GotoAsync("/migration/wave");

        Assert.Equal(404, answer!.Status);
        await Assertions.Expect(visitor.Heading("Page not found")).ToBeVisibleAsync();
        await visitor.Link("Go to your start page").ClickAsync();
        await Assertions.Expect(visitor.Heading("Summary")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task ReviewerFromAnotherCountry_SeesWhyNothingIsOpen()
    {
        Troubles.Expect(403);
        var visitor = await VisitAsync("Wei Ling Tan");
        await visitor.GoAsync("/");

        await Assertions.Expect(visitor.Heading("Your role has no effect here")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(
            "The country on your account is SG. In this programme, leads and reviewers can act only with the country US.");
        await visitor.Page.GotoAsync("/inventory");
        await Assertions.Expect(visitor.Heading("You do not have access to this page")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("SG");
    }

    [Fact]
    public async Task SignOut_ThenAnyPage_AsksForSignIn()
    {
        var visitor = await VisitAsync();
        await visitor.Page.GotoAsync("/");
        await visitor.Button("Grace Holloway").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/summary");
        await visitor.IsReadyAsync();

        await visitor.Page.Locator("summary").Filter(new() { HasText = "Grace Holloway" }).ClickAsync();
        await visitor.Button("Sign out").ClickAsync();
        await Assertions.Expect(visitor.Heading("You are signed out")).ToBeVisibleAsync();
        await visitor.Page.GotoAsync("/summary");
        await Assertions.Expect(visitor.Heading("Choose who you are")).ToBeVisibleAsync();
    }

    /// <summary>Requests the pages with the browser's cookies but does not render them: 24 pages for each of ten people would take minutes.</summary>
    private static async Task AnswersAsync(Visitor visitor, string path, bool mayOpen)
    {
        var answer = await visitor.Context.APIRequest.GetAsync(path);
        Assert.True(answer.Status == (mayOpen ? 200 : 403), $"{path} answered {answer.Status}");
        if (!mayOpen)
            Assert.Contains("You do not have access to this page", await answer.TextAsync(), StringComparison.Ordinal);
    }
}
