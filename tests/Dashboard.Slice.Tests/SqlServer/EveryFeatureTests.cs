using Dashboard.Core.Administration;
using Dashboard.Core.Findings;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Slice.Tests.Imports;
using Dashboard.Testing;
using Dashboard.Web.Features.Administration.Members;
using Dashboard.Web.Features.Imports;
using Dashboard.Web.Features.Imports.List;
using Dashboard.Web.Features.Imports.Review;
using Dashboard.Web.Features.Imports.Run;
using Dashboard.Web.Features.Imports.Upload;
using Dashboard.Web.Features.Inventory;
using Dashboard.Web.Features.Inventory.Export;
using Dashboard.Web.Features.Inventory.List;
using Dashboard.Web.Features.Inventory.Location;
using Dashboard.Web.Features.Inventory.Query;
using Dashboard.Web.Features.Migration;
using Dashboard.Web.Features.Migration.Comparisons;
using Dashboard.Web.Features.Sources;
using Dashboard.Web.Features.Summary;
using Dashboard.Web.Features.Views;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;
using Microsoft.Extensions.Options;

namespace Dashboard.Slice.Tests.SqlServer;

/// <summary>The handlers of each feature together, on each database.</summary>
public sealed class EveryFeatureTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly SetClock clock = new(Noon);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Summary_OfASmallProgramme_AddsUp()
    {
        using var database = ITestDatabase.Open();
        var programme = await ProgrammeAsync(database);

        var summary = (await new GetSummary(database, database.As(programme, Roles.Executive), Acting.Programme, clock).HandleAsync(Token)).Value;

        Assert.Equal((200L, 300L), (summary.Latest!.Bytes.Inside, summary.Latest.Bytes.Outside));
        Assert.Equal([new OpenFindings(FindingKind.CopyVanished, 1, 1, 1)], summary.Findings);
    }

    [Fact]
    public async Task Migration_OfAWave_MovesAndFindsDatasets()
    {
        using var database = ITestDatabase.Open();
        var programme = await ProgrammeAsync(database);
        var lead = database.As(programme, Roles.GovernanceLead);
        var datasets = new ListDatasets(database, lead, Acting.Programme, clock);
        var chat = (await datasets.HandleAsync(new(new(Text: "CHAT")), Token)).Value.Rows.Single();

        var wave = (await new SaveWave(database, lead, clock).HandleAsync(new(null, 0, "Wave 9", "", null, programme.Today), Token)).Value;
        Assert.Equal(1, (await new MoveDatasets(database, lead, clock).HandleAsync(new([new(chat.Id, null)], wave), Token)).Value);

        Assert.Equal(["Chat"], (await datasets.HandleAsync(new(new(WaveId: wave)), Token)).Value.Rows.Select(row => row.Name));
        var waves = (await new ListWaves(database, lead, Acting.Programme, clock).HandleAsync(Token)).Value;
        Assert.Equal(("Wave 9", 1L), (waves.Waves.Single().Name, waves.Waves.Single().Progress.Datasets));
        Assert.Single((await new GetWave(database, lead, Acting.Programme, clock).HandleAsync(wave, Token)).Value.History);
        var access = new DatasetAccess(lead, Acting.Programme);
        Assert.Equal(2, (await new GetDataset(database, access, clock).HandleAsync(chat.Id, Token)).Value.Copies.Count);
        Assert.Equal(2, (await new ListDatasetCopies(database, access, clock).HandleAsync(new(chat.Id), Token)).Value.Rows.Count);
        Assert.NotEmpty((await new ListDatasetHistory(database, access).HandleAsync(new(chat.Id), Token)).Value.Rows);

        var choices = (await new PrepareComparison(database, lead, clock).HandleAsync(chat.Id, Token)).Value;
        var (inside, outside) = (choices.Inside.Single(), choices.Outside.Single());
        var facts = new ComparisonFacts(ComparisonMethod.RowByRow, null, null, ComparisonResult.Different, Noon, "comparer", null, new string('a', 64), "");
        var comparison = (await new RecordComparison(database, lead, clock).HandleAsync(
            new(chat.Id, inside.CopyId, inside.Seen, outside.CopyId, outside.Seen, facts), Token)).Value;
        Assert.Equal([comparison], (await new ListComparisons(database, access, clock).HandleAsync(chat.Id, Token)).Value.Rows.Select(row => row.Id));
        Assert.True((await new RevokeComparison(database, lead, clock).HandleAsync(new(comparison, "wrong run"), Token)).IsDone);
    }

    [Fact]
    public async Task Inventory_InEveryOrder_ListsAndExportsTheSameRows()
    {
        using var database = ITestDatabase.Open();
        var programme = await ProgrammeAsync(database);
        var access = new InventoryAccess(database, database.As(programme, Roles.Auditor), Acting.Programme, clock);

        foreach (var sort in new[] { "resource", "-resource", "bytes", "-bytes", "firstseen", "-firstseen" })
        {
            var address = InventoryAddress.Parse($"/inventory?sort={sort}&text=chat");
            var list = (await new ListCopies(access).HandleAsync(new(new CopyFilter(address.Terms), address.Sort), Token)).Value;
            Assert.Equal((2, 2L, 500L), (list.Rows.Count, list.Totals.Copies, list.Totals.Bytes));
            var exported = (await new ExportCopies(access, clock).HandleAsync(new(new CopyFilter(address.Terms), address.Sort, []), Token)).Value;
            await using (exported)
                Assert.Equal(list.Rows.Select(row => row.ResourceId), await exported.Rows.Select(row => row.ResourceId).ToListAsync(Token));
        }

        Assert.Equal(1, (await new FindLocation(access).HandleAsync(programme.Virginia.Id, Token)).Value.Copies);
    }

    [Fact]
    public async Task Members_SuspendedAndReinstated_ChangeState()
    {
        using var database = ITestDatabase.Open();
        var programme = new ProgrammeBuilder(database, Noon);
        var member = programme.Member(Roles.Executive);
        var administrator = database.As(programme, Roles.Administrator);

        Assert.True((await new SuspendMember(database, administrator, clock).HandleAsync(new(member.Id, "Left"), Token)).IsDone);
        var list = (await new ListMembers(database, administrator).HandleAsync(new(), Token)).Value;
        Assert.False(list.Rows.Single(row => row.Id == member.Id).IsActive);
        Assert.True((await new ReinstateMember(database, administrator, clock).HandleAsync(new(member.Id), Token)).IsDone);
        Assert.True((await new MemberDirectory(database, clock).FindAsync(member.Subject, Token))!.IsActive);
    }

    [Fact]
    public async Task Sources_WithRules_AreSaved()
    {
        using var database = ITestDatabase.Open();
        var programme = new ProgrammeBuilder(database, Noon);
        var (administrator, lead) = (database.As(programme, Roles.Administrator), database.As(programme, Roles.GovernanceLead));

        Assert.NotEmpty((await new PrepareSource(database, administrator).HandleAsync(Token)).Value.Places);
        var id = (await new CreateSource(database, administrator, new SetClock(Noon)).HandleAsync(
            new("buckets", "Buckets", SourceKind.Inventory, 24, programme.Virginia.Id, IsComplete: true, 5), Token)).Value;
        var rule = (await new AddMappingRule(database, lead, new SetClock(Noon)).HandleAsync(
            new(id, MappingKind.Bucket, "chat", "urn:data:chat", CopyRole.Replica), Token)).Value;
        var get = new GetSource(database, administrator, Acting.Programme);
        var details = (await get.HandleAsync(id, Token)).Value;
        Assert.Equal(["chat"], details.Rules.Select(found => found.Pattern));
        Assert.True((await new ReviseSource(database, administrator, new SetClock(Noon)).HandleAsync(new(id, details.Version, "All buckets", 12, null, IsComplete: false, 9), Token)).IsDone);
        Assert.Equal(["All buckets", "own-inventory"], (await new ListSources(database, administrator, Acting.Programme).HandleAsync(Token)).Value.Rows.Select(row => row.Name));
        Assert.True((await new RemoveMappingRule(database, lead, new SetClock(Noon)).HandleAsync(rule, Token)).IsDone);
    }

    [Fact]
    public async Task Imports_ReceivedAndApplied_AreListedWithWhatTheyRejectedAndChanged()
    {
        await using var bench = new ImportBench();
        await bench.AllowRejectedAsync(50);
        var import = await bench.ImportAsync(ImportBench.Header + "a,urn:dataset:a,Oracle,US,us-ashburn-1,primary,1,,,,\nb,urn:dataset:a,Oracle,US,us-ashburn-1,mirror,1,,,,\n");
        var lead = Acting.As(
            bench.Database,
            await new MemberDirectory(bench.Database, bench.Clock).SignInAsync(new("lead", "Ada", null, Roles.GovernanceLead, "Unit one", "US", []), Token),
            bench.Clock);
        var running = new RunningImports();

        foreach (var request in new ListImportsRequest[] { new(), new(bench.Inventory.Id, ImportState.Applied), new(OlderThan: import.Id + 1), new(NewerThan: import.Id - 1) })
            Assert.Equal([import.Id], (await new ListImports(bench.Database, lead, Acting.Programme).HandleAsync(request, Token)).Value.Rows.Select(row => row.Id));
        Assert.True((await new GetImport(bench.Database, lead, running, Acting.Programme, bench.Clock).HandleAsync(import.Id, Token)).IsDone);
        foreach (var request in new ListRejectionsRequest[] { new(import.Id), new(import.Id, After: 0), new(import.Id, Before: long.MaxValue) })
            Assert.Single((await new ListRejections(bench.Database, lead).HandleAsync(request, Token)).Value.Rows);
        foreach (var request in new ListImportChangesRequest[] { new(import.Id), new(import.Id, After: 0), new(import.Id, Before: long.MaxValue) })
            Assert.Single((await new ListImportChanges(bench.Database, lead, Acting.Programme).HandleAsync(request, Token)).Value.Rows);
        Assert.Single(await (await new ExportRejections(bench.Database, lead, bench.Clock).HandleAsync(import.Id, Token)).Value.Rows.ToListAsync(Token));
        Assert.True((await new PrepareImport(bench.Database, lead, Options.Create(new ImportSettings()), Acting.Programme).HandleAsync(Token)).IsDone);

        var waiting = await bench.PreviewAsync([("a.csv", "resource_id"u8.ToArray())]);
        Assert.NotNull((await new ConfirmImport(bench.Database, lead, new ImportQueue(), Acting.Programme, bench.Clock).HandleAsync(new(waiting.Id, waiting.Version), Token)).Refusal);
        Assert.NotNull((await new CancelImport(bench.Database, lead, running, bench.Clock).HandleAsync(waiting.Id, Token)).Refusal);
    }

    [Fact]
    public async Task Views_AreSavedListedAndRemoved()
    {
        using var database = ITestDatabase.Open();
        var access = database.As(new ProgrammeBuilder(database, Noon), Roles.Auditor);
        var pages = new ViewPages([new(InventoryAddress.Page, Permission.ViewInventory, InventoryAddress.ViewKeys)]);
        var (save, list) = (new SaveView(database, access, pages, clock), new ListViews(database, access, pages));

        var id = (await save.HandleAsync(new(InventoryAddress.Page, "?role=Backup", "Backups"), Token)).Value;
        Assert.Equal(new ViewNameTaken("BACKUPS"), (await save.HandleAsync(new(InventoryAddress.Page, "", "BACKUPS"), Token)).Refusal);
        Assert.Equal([new ViewRow(id, "Backups", "?role=Backup")], (await list.HandleAsync(InventoryAddress.Page, Token)).Value);

        Assert.True((await new RemoveView(database, access, pages).HandleAsync(new(InventoryAddress.Page, id), Token)).IsDone);
        Assert.Empty((await list.HandleAsync(InventoryAddress.Page, Token)).Value);
    }

    /// <summary>One dataset with a copy inside and one outside.</summary>
    private static async Task<ProgrammeBuilder> ProgrammeAsync(ITestDatabase database)
    {
        var programme = new ProgrammeBuilder(database, Noon);
        var chat = programme.Dataset("Chat");
        programme.Copy(chat, programme.Ashburn, bytes: 200);
        programme.Copy(chat, programme.Virginia, CopyRole.Backup, bytes: 300);
        await programme.SettleAsync(Token);
        var import = programme.Import(programme.Inventory, Noon, ImportCounts.Zero);
        programme.Finding(FindingKind.CopyVanished, chat, import);
        return programme;
    }
}
