using System.Text.RegularExpressions;
using Dashboard.Browser.Tests.Setting;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>Files are uploaded in the browser, and their content is found again.</summary>
public sealed partial class ImportTests(DemoWorld world, OwnDemo own) : JourneyTest(world), IClassFixture<OwnDemo>
{
    private const int Rows = 120_000;
    private const int Archives = 24;
    private const string NewPlace = "Oracle us-sanjose-1";

    protected override RunningDemo Demo => own.Demo;

    [Fact]
    public async Task InventoryFile_SentPreviewedAndApplied_IsFoundAndExported()
    {
        var lead = await VisitAsync("Marcus Oyelaran");
        await lead.GoAsync("/imports");
        await lead.Link("New import").ClickAsync();
        await ChooseAsync(lead, "Edge survey", SampleFiles.Csv("san-jose.csv", Lines()));
        await Assertions.Expect(lead.Page.GetByLabel("A part of it")).ToBeCheckedAsync();
        await SeeSendingAsync(lead);

        await SeeProgressAndPreviewAsync(lead);
        await SeeRejectedRowsAsync(lead);
        await ApplyAsync(lead, "Apply: 120,000 new");
        await Assertions.Expect(lead.Page.GetByText("Applied").First).ToBeVisibleAsync();
        await Assertions.Expect(lead.Page.GetByRole(AriaRole.Region, new() { Name = "What the import changed", Exact = true })).ToContainTextAsync("120,000");

        await FindAsync(lead);
        await ExportAsync(lead);
        await SeeLocationAsync(lead);
    }

    [Fact]
    public async Task S3Inventory_SentBySteward_FoldsObjectsIntoCopies()
    {
        var steward = await VisitAsync("Ingrid Solheim");
        await steward.GoAsync("/imports/new");
        var objects = Enumerable.Range(0, 90).Select(part => ($"{(part % 3 == 0 ? "audiences" : "creative")}/2025/list+{part:D3}.csv", 1_000_000_000L));
        await ChooseAsync(steward, "Campaign bucket (AWS S3)", SampleFiles.S3Inventory("meridian-campaigns", objects, TimeProvider.System.GetUtcNow().AddMinutes(-5)));
        await steward.Button("Send and preview").ClickAsync();

        await Assertions.Expect(Preview(steward)).ToContainTextAsync("90 rows accepted");
        await ApplyAsync(steward, "Apply: 2 changed");
        await Assertions.Expect(steward.Page.GetByText("2 changed").First).ToBeVisibleAsync();
        await Assertions.Expect(steward.Page.GetByText("manifest.json")).ToBeVisibleAsync();

        var lead = await VisitAsync("Dana Whitfield");
        await lead.GoAsync("/inventory");
        await lead.AddFilterAsync("Source", "Campaign bucket (AWS S3)");
        await Assertions.Expect(lead.Count).ToContainTextAsync("2 copies");
        await Assertions.Expect(lead.Count).ToContainTextAsync("90.0 GB");
    }

    [Fact]
    public async Task TruncatedGzip_Sent_IsRefusedWithItsReasonAndChangesNothing()
    {
        var lead = await VisitAsync("Dana Whitfield");
        await lead.GoAsync("/inventory?source=2");
        var before = await lead.Count.InnerTextAsync();

        await lead.GoAsync("/imports/new");
        await ChooseAsync(lead, "Virginia inventory", SampleFiles.Truncated(SampleFiles.Csv("virginia.csv", Lines().Take(2_000))));
        await lead.Button("Send and preview").ClickAsync();

        await Assertions.Expect(lead.Page.GetByText("Refused. Nothing was changed.")).ToBeVisibleAsync();
        await Assertions.Expect(lead.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("gzip");
        await Assertions.Expect(lead.Link("Import a corrected file")).ToBeVisibleAsync();
        // The demo that EveryPageTests visits has no refused import, so this page is checked here.
        await PageFaults.AssertNoneAsync(lead, 390, 1440);
        await lead.FollowAsync("Imports");
        await Assertions.Expect(lead.Rows("Imports").Filter(new() { HasText = "Virginia inventory" }).First).ToContainTextAsync("Refused");
        await lead.GoAsync("/inventory?source=2");
        Assert.Equal(before, await lead.Count.InnerTextAsync());
    }

    [Fact]
    public async Task CompleteFile_WithoutNearlyAllCopies_AsksBeforeTheyVanish()
    {
        var lead = await VisitAsync("Dana Whitfield");
        await lead.GoAsync("/imports/new");
        await ChooseAsync(lead, "Singapore inventory", SampleFiles.Csv("singapore.csv", ["sg1/only,urn:journey:only,Meridian,SG,singapore,backup,5,,,,"]));
        await lead.Button("Send and preview").ClickAsync();
        await Assertions.Expect(Preview(lead)).ToContainTextAsync("would vanish");
        await Preview(lead).GetByRole(AriaRole.Button, new() { NameRegex = Apply() }).ClickAsync();

        var dialog = lead.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("No one ordered their deletion");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToBeFocusedAsync();
        await PageFaults.AssertNoneAsync(lead);
        await lead.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Preview(lead).GetByRole(AriaRole.Button, new() { Name = "Cancel the import" }).ClickAsync();
        await Assertions.Expect(lead.Page.GetByText("before it was applied. Nothing was changed")).ToBeVisibleAsync();
    }

    /// <summary>Line 2 is the first row. Three rows are invalid.</summary>
    private static IEnumerable<string> Lines()
    {
        yield return "journey/bad-size,urn:journey:set-1,Oracle,US,us-sanjose-1,replica,-5,,,,";
        yield return "journey/bad-country,urn:journey:set-1,Oracle,Narnia,us-sanjose-1,replica,5,,,,";
        yield return "journey/bad-role,urn:journey:set-1,Oracle,US,us-sanjose-1,mirror,5,,,,";
        for (var row = 0; row < Rows; row++)
            yield return $"journey/{row:D6},urn:journey:set-{row % 40},Oracle,US,us-sanjose-1,{(row < Archives ? "archive" : "replica")},{1_000_000 + row},,,,2025-05-01T02:00:00Z";
    }

    private static ILocator Preview(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Decision", Exact = true });

    private static async Task ChooseAsync(Visitor visitor, string source, params FilePayload[] files)
    {
        await Assertions.Expect(visitor.Page.Locator("main[data-waiting]")).ToHaveCountAsync(0);
        await visitor.ChooseAsync("Source", source);
        var chooser = await visitor.Page.RunAndWaitForFileChooserAsync(() => visitor.Button("Choose files").ClickAsync());
        await chooser.SetFilesAsync(files);
        await Assertions.Expect(visitor.Page.GetByText($"{files.Length} file{(files.Length == 1 ? "" : "s")}, ")).ToBeVisibleAsync();
    }

    /// <summary>Holds the request until the test has seen what the form shows meanwhile.</summary>
    private static async Task SeeSendingAsync(Visitor visitor)
    {
        var seen = new TaskCompletionSource();
        await visitor.Page.RouteAsync("**/imports/uploads?*", async route =>
        {
            await seen.Task;
            await route.ContinueAsync();
        });
        await WatchProgressAsync(visitor);
        await visitor.Button("Send and preview").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Progressbar, new() { Name = "Sending the files" })).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-upload-text]")).ToContainTextAsync("MB");
        await Assertions.Expect(visitor.Button("Send and preview")).ToBeDisabledAsync();
        seen.SetResult();
    }

    /// <summary>Records the progress text while the page reads the file, because it may disappear before the test can read it.</summary>
    private static async Task WatchProgressAsync(Visitor visitor) => await visitor.Page.EvaluateAsync(
        """
        window.progressSeen = [];
        new MutationObserver(() => {
          const text = document.querySelector('section[aria-label=Progress]')?.innerText;
          if (text && window.progressSeen.at(-1) !== text) window.progressSeen.push(text);
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
        """);

    private static async Task SeeProgressAndPreviewAsync(Visitor visitor)
    {
        await Assertions.Expect(Preview(visitor)).ToContainTextAsync("120,000 rows accepted, 3 rejected");
        var progress = await visitor.Page.EvaluateAsync<string[]>("window.progressSeen");
        Assert.Contains(progress, text => text.Contains("rows/s", StringComparison.Ordinal));
        var effects = visitor.Page.GetByRole(AriaRole.Region, new() { Name = "What the import would change", Exact = true });
        await Assertions.Expect(effects).ToContainTextAsync("120,000");
        await Assertions.Expect(effects).ToContainTextAsync("New locations");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "First rows, scrollable" }).First).ToContainTextAsync("journey/000000");
    }

    private static async Task SeeRejectedRowsAsync(Visitor visitor)
    {
        var rows = visitor.Rows("Rejected rows");
        await Assertions.Expect(rows).ToHaveCountAsync(3);
        var shown = await CellsAsync(rows);
        Assert.Equal([["2", "bytes", "-5"], ["3", "country", "Narnia"], ["4", "role", "mirror"]], shown.Select(row => row[..3]));
        Assert.All(shown, row => Assert.NotEmpty(row[3]));
        var file = SpreadsheetText.Csv(await visitor.DownloadAsync(visitor.Link("Download as CSV")));
        Assert.Equal(["file", "line", "column", "value", "reason"], file[0]);
        // A value that begins like a formula is written with an apostrophe before it.
        Assert.Equal(shown.Select(row => row.Select(cell => cell == "-5" ? "'-5" : cell)), file.Skip(1).Select(row => row[1..]));
    }

    private static async Task ApplyAsync(Visitor visitor, string verb)
    {
        await Preview(visitor).GetByRole(AriaRole.Button, new() { Name = verb, Exact = true }).ClickAsync();
        await Assertions.Expect(Preview(visitor)).ToHaveCountAsync(0);
    }

    private static async Task FindAsync(Visitor visitor)
    {
        await visitor.FollowAsync("Inventory");
        await visitor.AddFilterAsync("Location", NewPlace);
        await Assertions.Expect(visitor.Count).ToContainTextAsync("120,000 copies");
        await visitor.AddFilterAsync("Role", "Archive");
        await Assertions.Expect(visitor.Count).ToContainTextAsync($"{Archives} copies");
        await Assertions.Expect(visitor.Rows("Copies")).ToHaveCountAsync(Archives);
        await Assertions.Expect(visitor.Page.Locator(".map-list")).ToContainTextAsync(NewPlace);
    }

    private static async Task ExportAsync(Visitor visitor)
    {
        await visitor.Menu("Columns").ClickAsync();
        await visitor.Page.Locator(".columns-form").GetByLabel("System", new() { Exact = true }).UncheckAsync();
        await visitor.Page.Locator(".columns-form").GetByLabel("Dataset URN", new() { Exact = true }).CheckAsync();
        await visitor.Page.Locator(".columns-form").GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Assertions.Expect(visitor.Table("Copies").GetByRole(AriaRole.Columnheader, new() { Name = "Dataset URN" })).ToBeVisibleAsync();
        var shown = await ShownAsync(visitor);

        await visitor.Menu("Export").ClickAsync();
        var csv = SpreadsheetText.Csv(await visitor.DownloadAsync(visitor.Link("All rows as CSV")));
        await visitor.Menu("Export").ClickAsync();
        var xlsx = SpreadsheetText.Xlsx(await visitor.DownloadAsync(visitor.Link("All rows as XLSX")));

        Assert.Equal(shown, csv);
        Assert.Equal(shown, xlsx);
    }

    private static async Task SeeLocationAsync(Visitor visitor)
    {
        await visitor.Rows("Copies").First.GetByRole(AriaRole.Link, new() { Name = NewPlace }).ClickAsync();
        await Assertions.Expect(visitor.Heading(NewPlace)).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByText("120,000 copies")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Inside");
    }

    /// <summary>The table as shown, header first. Bytes are the exact number behind "1.2 GB", and a day is the minute behind it.</summary>
    private static async Task<List<string[]>> ShownAsync(Visitor visitor)
    {
        var header = await visitor.Table("Copies").GetByRole(AriaRole.Columnheader).AllInnerTextsAsync();
        var rows = await visitor.Rows("Copies").EvaluateAllAsync<string[][]>(
            """
            rows => rows.map(row => [...row.cells].map(cell =>
              (cell.querySelector('.amount')?.title.replace(/[^0-9]/g, '') ?? cell.querySelector('time')?.dateTime.slice(0, 16).replace('T', ' ').concat(' UTC') ?? cell.innerText).trim()))
            """);
        return [[.. header.Select(title => title.Trim())], .. rows];
    }

    private static async Task<string[][]> CellsAsync(ILocator rows) =>
        await rows.EvaluateAllAsync<string[][]>("rows => rows.map(row => [...row.cells].map(cell => cell.innerText.trim()))");

    [GeneratedRegex("^Apply:", RegexOptions.None, 1000)]
    private static partial Regex Apply();
}
