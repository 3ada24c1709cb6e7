using Dashboard.Browser.Tests.Setting;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>A page in a state, and how to get there.</summary>
/// <param name="Name">The name of the test case.</param>
/// <param name="Person">Who visits the page; null for someone who is not signed in.</param>
/// <param name="Path">The page's URL.</param>
/// <param name="Heading">The page's heading; null if it depends on the day.</param>
/// <param name="Prepare">Brings the page into its state; null if the URL is enough.</param>
/// <param name="Status">The HTTP status; null for 200.</param>
/// <param name="IsLive">True if the page has a circuit. Sign-in and error pages have none.</param>
/// <param name="IsRemembered">True if the browser remembers the state, so that the next page would start in it.</param>
internal sealed record Stop(
    string Name, string? Person, string Path, string? Heading, Func<Visitor, Task>? Prepare = null, int? Status = null, bool IsLive = true, bool IsRemembered = false);

/// <summary>The list of all pages.</summary>
internal static class Stops
{
    public const string Lead = "Dana Whitfield";

    private const string Executive = "Eleanor Brandt", Steward = "Ingrid Solheim", Administrator = "Victor Almeida", Outsider = "Wei Ling Tan", Auditor = "Samuel Ortega", Reviewer = "Grace Holloway";

    public static IReadOnlyList<Stop> All { get; } =
    [
        new("sign-in", null, "/signin", "Choose who you are", IsLive: false),
        new("sign-in failed", null, "/signin-failed?reason=Suspended", "You are not signed in", IsLive: false),
        new("signed out", null, "/signed-out", "You are signed out", IsLive: false),
        new("no access", Outsider, "/no-access", "Your role has no effect here"),
        new("refused", Executive, "/inventory", "You do not have access to this page", Status: 403, IsLive: false),
        new("error", null, "/error", "Something went wrong", IsLive: false),
        new("unknown address", Lead, "/nowhere", "Page not found", Status: 404, IsLive: false),
        new("summary", Lead, "/summary", "Summary"),
        new("summary of an executive", Executive, "/summary", "Summary"),
        new("theme menu", Lead, "/summary", "Summary", visitor => visitor.Page.Locator("summary[aria-label=Theme]").ClickAsync()),
        new("account menu", Lead, "/summary", "Summary", visitor => visitor.Page.Locator("summary").Filter(new() { HasText = Lead }).ClickAsync()),
        new("folded rail", Lead, "/migration", "Migration", visitor => visitor.Button("Collapse").ClickAsync(), IsRemembered: true),
        new("waves", Lead, "/migration", "Migration"),
        new("new wave", Lead, "/migration/waves/new", "New wave"),
        new("wave", Lead, "/migration/waves/3", "Media and commerce"),
        new("wave, editing", Lead, "/migration/waves/3/edit", "Edit Media and commerce"),
        new("wave without a date", Lead, "/migration/waves/6", "Research and archives"),
        new("datasets", Lead, "/migration/datasets", "Datasets"),
        new("datasets, none found", Lead, "/migration/datasets?text=nothing-by-that-name", "Datasets", visitor => SeeAsync(visitor, "No datasets match")),
        new("datasets, some chosen", Lead, "/migration/datasets?stage=copying&wave=5", "Datasets", ChooseDatasetAsync),
        new("dataset", Lead, "/migration/datasets", "Datasets", OpenDatasetAsync),
        new("dataset, recording a comparison", Lead, "/migration/datasets?stage=copying", "Datasets", RecordComparisonAsync),
        new("inventory", Lead, "/inventory", "Inventory"),
        new("inventory, filtered", Lead, "/inventory?position=outside&role=backup&sort=bytes-desc", "Inventory"),
        new("inventory, none found", Lead, "/inventory?text=nothing-by-that-name", "Inventory", visitor => SeeAsync(visitor, "No copy matches")),
        new("inventory, a copy open", Lead, "/inventory?role=export", "Inventory", OpenCopyAsync),
        new("inventory, kinds of filter", Lead, "/inventory?role=export", "Inventory", visitor => visitor.Menu("Add filter").ClickAsync()),
        new("inventory, values of a filter", Lead, "/inventory?role=export", "Inventory", OpenFilterAsync),
        new("inventory, columns", Lead, "/inventory?role=export", "Inventory", ChooseColumnsAsync),
        new("inventory, export", Lead, "/inventory?role=export", "Inventory", visitor => visitor.Menu("Export").ClickAsync()),
        new("inventory of a steward", Steward, "/inventory", "Inventory"),
        new("location", Lead, "/inventory/locations/1", "Virginia data centre"),
        new("deletions", Lead, "/deletions", "Deletions"),
        new("deletions of an executive", Executive, "/deletions", "Deletions"),
        new("deletions in one state", Auditor, "/deletions?state=executing", "Deletions"),
        new("queue", Reviewer, "/deletions/queue", "My queue"),
        new("verified batch", Lead, "/deletions/2", null),
        new("batch of an auditor", Auditor, "/deletions/25", null),
        new("items", Reviewer, "/deletions/25/items", null),
        new("item, open", Reviewer, "/deletions/26/items?item=1", null, visitor => Assertions.Expect(visitor.Page.GetByRole(AriaRole.Complementary)).ToContainTextAsync("Equal copy inside")),
        new("review", Reviewer, "/deletions/queue", "My queue", OpenReviewAsync),
        new("new batch", Lead, "/deletions/new?position=Outside&role=Export", "Propose a deletion"),
        new("draft", Lead, "/deletions?state=draft", "Deletions", OpenDraftAsync),
        new("holds", Lead, "/deletions/holds", "Legal holds"),
        new("hold", Auditor, "/deletions/holds/2", null),
        new("approval rules", Administrator, "/deletions/rules", "Approval rules"),
        new("API tokens", Administrator, "/administration/tokens", "API tokens"),
        new("guide for executors", Auditor, "/api", "Guide for executors"),
        new("ledger", Auditor, "/ledger", "Ledger"),
        new("ledger, filtered", Lead, "/ledger?action=programme.prepared&from=2020-01-01", "Ledger", visitor => SeeAsync(visitor, "prepared the programme")),
        new("ledger, none found", Auditor, "/ledger?subject=dataset:999999", "Ledger", visitor => SeeAsync(visitor, "No entry matches")),
        new("ledger of a reviewer", Reviewer, "/ledger", "Ledger"),
        new("ledger entry", Auditor, "/ledger/0", "Entry 0"),
        new("checkpoints", Auditor, "/ledger/checkpoints", "Checkpoints and keys"),
        new("ledger, export", Auditor, "/ledger/export", "Export the ledger", visitor => visitor.Page.GetByLabel("Some days").CheckAsync()),
        new("imports", Steward, "/imports", "Imports"),
        new("imports of one source", Lead, "/imports?source=2", "Imports"),
        new("import", Lead, "/imports/1", "Import 1"),
        new("new import", Lead, "/imports/new?source=2", "New import"),
        new("file formats", Lead, "/imports/formats", "File formats"),
        new("glossary", Executive, "/glossary", "Glossary"),
        new("glossary, a term", Auditor, "/glossary#legal-hold", "Glossary", visitor => SeeAsync(visitor, "Legal hold")),
        new("sources", Administrator, "/sources", "Sources"),
        new("new source", Administrator, "/sources/new", "New source"),
        new("source with mapping rules", Lead, "/sources/8", "Analytics cluster Virginia (HDFS)"),
        new("source, editing", Administrator, "/sources/2", "Virginia inventory", visitor => visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Edit", Exact = true }).ClickAsync()),
        new("boundary", Lead, "/administration/boundary", "Boundary"),
        new("boundary rule", Lead, "/administration/boundary/1", null),
        new("new boundary rule", Lead, "/administration/boundary/new", "New rule"),
        new("locations", Lead, "/administration/locations", "Locations"),
        new("location, describing it", Lead, "/administration/locations/1", "Virginia data centre"),
        new("classifications", Lead, "/administration/classifications", "Classifications"),
        new("classification", Lead, "/administration/classifications/1", "Protected"),
        new("new classification", Lead, "/administration/classifications/new", "New classification"),
        new("members", Administrator, "/administration/members", "Members"),
        new("members, one open", Administrator, "/administration/members", "Members", OpenMemberAsync),
        new("members, asked before suspending", Administrator, "/administration/members", "Members", AskToSuspendAsync),
    ];

    private static async Task OpenReviewAsync(Visitor visitor)
    {
        await visitor.Rows("Waiting for me").First.GetByRole(AriaRole.Link).ClickAsync();
        await SeeAsync(visitor, "Sample to inspect");
        await visitor.IsReadyAsync();
        await SeeAsync(visitor, "Source fresh");
    }

    private static async Task OpenDraftAsync(Visitor visitor)
    {
        await visitor.Rows("Deletion batches").First.GetByRole(AriaRole.Link).ClickAsync();
        await visitor.Link("Edit the draft").ClickAsync();
        await SeeAsync(visitor, "What it needs");
        await visitor.IsReadyAsync();
    }

    private static Task SeeAsync(Visitor visitor, string text) => Assertions.Expect(visitor.Page.GetByText(text).First).ToBeVisibleAsync();

    private static async Task ChooseDatasetAsync(Visitor visitor)
    {
        await visitor.Rows("Datasets").First.GetByRole(AriaRole.Checkbox).CheckAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Group, new() { Name = "Move datasets" })).ToBeVisibleAsync();
    }

    private static async Task OpenDatasetAsync(Visitor visitor)
    {
        await visitor.Rows("Datasets").First.GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(visitor.Heading("Every copy")).ToBeVisibleAsync();
        await visitor.IsReadyAsync();
    }

    private static async Task RecordComparisonAsync(Visitor visitor)
    {
        await OpenDatasetAsync(visitor);
        await visitor.Button("Record a comparison").ClickAsync();
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Method").SelectOptionAsync("Sampled");
        await Assertions.Expect(dialog.GetByLabel("Differences in the sample")).ToBeVisibleAsync();
    }

    private static async Task OpenCopyAsync(Visitor visitor)
    {
        await visitor.Rows("Copies").First.GetByText("Present").Or(visitor.Rows("Copies").First.Locator(".copy-id")).First.ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Complementary)).ToContainTextAsync("First seen");
    }

    private static async Task OpenFilterAsync(Visitor visitor)
    {
        await visitor.Menu("Add filter").ClickAsync();
        await visitor.Page.Locator(".filters-form").GetByLabel("Location", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Virginia data centre" });
    }

    /// <summary>Clicks inside the menu next to its boxes. Such a click once closed the menu and crashed the browser.</summary>
    private static async Task ChooseColumnsAsync(Visitor visitor)
    {
        var menu = visitor.Page.GetByRole(AriaRole.Group, new() { Name = "Columns", Exact = true });
        await visitor.Menu("Columns").ClickAsync();
        await menu.ClickAsync(new() { Position = new() { X = 3, Y = 3 } });
        await Assertions.Expect(menu).ToBeVisibleAsync();
        await menu.GetByText("Owner", new() { Exact = true }).ClickAsync();
        await menu.GetByLabel("First seen").UncheckAsync();
        await visitor.Page.Locator(".columns-form").GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Assertions.Expect(visitor.Table("Copies").GetByRole(AriaRole.Columnheader, new() { Name = "Owner" })).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Table("Copies").GetByRole(AriaRole.Columnheader, new() { Name = "First seen" })).ToHaveCountAsync(0);
        await visitor.Menu("Columns").ClickAsync();
        await Assertions.Expect(menu).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("columns=", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private static async Task OpenMemberAsync(Visitor visitor)
    {
        await visitor.Link(Administrator).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Complementary)).ToContainTextAsync("This is you.");
    }

    private static async Task AskToSuspendAsync(Visitor visitor)
    {
        await visitor.Rows("Members").Filter(new() { HasNotText = Administrator }).First.GetByRole(AriaRole.Link).ClickAsync();
        await visitor.Page.GetByLabel("Reason").FillAsync("Left the unit");
        await visitor.Button("Suspend member").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("All rights end immediately");
    }
}
